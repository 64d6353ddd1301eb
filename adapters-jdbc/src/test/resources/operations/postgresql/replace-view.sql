-- forwards
DO $palindrome$
BEGIN
  CREATE OR REPLACE VIEW "adult" AS SELECT id FROM customer WHERE age > 20;
EXCEPTION WHEN invalid_table_definition THEN -- a column goes, or changes its name or type
  DROP VIEW "adult";
  CREATE VIEW "adult" AS SELECT id FROM customer WHERE age > 20;
END
$palindrome$;
-- backwards
DO $palindrome$
BEGIN
  CREATE OR REPLACE VIEW "adult" AS
 SELECT id,
    nick
   FROM customer
  WHERE (age > 17);
EXCEPTION WHEN invalid_table_definition THEN -- a column goes, or changes its name or type
  DROP VIEW "adult";
  CREATE VIEW "adult" AS
 SELECT id,
    nick
   FROM customer
  WHERE (age > 17);
END
$palindrome$;

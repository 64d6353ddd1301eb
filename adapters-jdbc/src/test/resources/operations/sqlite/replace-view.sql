-- forwards
DROP VIEW "adult";
CREATE VIEW "adult" AS SELECT id FROM customer WHERE age > 20;
-- backwards
DROP VIEW "adult";
CREATE VIEW "adult" AS SELECT id, nick FROM customer WHERE age > 17;

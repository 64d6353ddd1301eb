-- forwards
CREATE OR REPLACE VIEW adult AS SELECT id FROM customer WHERE age > 20;
-- backwards
CREATE OR REPLACE VIEW adult (id, nick) AS
SELECT
    "ID",
    "NICK"
FROM "PUBLIC"."CUSTOMER"
WHERE "AGE" > 17;

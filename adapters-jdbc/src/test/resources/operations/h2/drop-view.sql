-- forwards
DROP VIEW adult RESTRICT;
-- backwards
CREATE VIEW adult (id, nick) AS
SELECT
    "ID",
    "NICK"
FROM "PUBLIC"."CUSTOMER"
WHERE "AGE" > 17;

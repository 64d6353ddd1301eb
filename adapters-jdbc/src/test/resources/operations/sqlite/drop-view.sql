-- forwards
DROP VIEW "adult";
-- backwards
CREATE VIEW "adult" AS SELECT id, nick FROM customer WHERE age > 17;

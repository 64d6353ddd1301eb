-- forwards
CREATE VIEW `adult` AS SELECT id, nick FROM customer WHERE age > 17;
-- backwards
DROP VIEW `adult`;

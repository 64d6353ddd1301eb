-- forwards
CREATE SEQUENCE `number` NOCACHE;
-- backwards
DROP SEQUENCE `number`;

-- forwards
CREATE SEQUENCE `number`;
-- backwards
DROP SEQUENCE `number`;

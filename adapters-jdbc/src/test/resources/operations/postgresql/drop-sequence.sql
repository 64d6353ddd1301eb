-- forwards
DROP SEQUENCE "number";
-- backwards
CREATE SEQUENCE "number";

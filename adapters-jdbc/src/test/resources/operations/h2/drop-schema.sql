-- forwards
DROP SCHEMA yard RESTRICT;
-- backwards
CREATE SCHEMA yard;

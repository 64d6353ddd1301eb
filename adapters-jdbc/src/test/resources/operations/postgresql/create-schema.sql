-- forwards
CREATE SCHEMA "yard";
-- backwards
DROP SCHEMA "yard";

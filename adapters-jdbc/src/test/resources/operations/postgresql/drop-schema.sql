-- forwards
DROP SCHEMA "yard";
-- backwards
CREATE SCHEMA "yard";

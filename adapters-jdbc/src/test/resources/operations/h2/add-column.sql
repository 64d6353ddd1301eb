-- forwards
ALTER TABLE customer ADD COLUMN email CHARACTER VARYING(254);
-- backwards
ALTER TABLE customer DROP COLUMN email;

-- forwards
ALTER TABLE course DROP COLUMN place;
-- backwards
ALTER TABLE course ADD COLUMN place varchar(10);

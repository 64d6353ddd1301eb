-- forwards
ALTER TABLE course RENAME COLUMN room TO place;
-- backwards
ALTER TABLE course RENAME COLUMN place TO room;

-- migrate:up
ALTER TABLE customer ADD COLUMN email varchar(254);

-- migrate:down
ALTER TABLE customer DROP COLUMN email;

-- migrate:up
CREATE TABLE stock (id integer);

-- migrate:down
DROP TABLE stock;

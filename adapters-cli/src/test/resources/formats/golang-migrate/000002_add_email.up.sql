BEGIN;
ALTER TABLE customer ADD COLUMN email varchar(254);
CREATE INDEX by_email ON customer (email);
COMMIT;

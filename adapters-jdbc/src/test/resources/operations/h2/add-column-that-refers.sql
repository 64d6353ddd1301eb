-- forwards
ALTER TABLE customer ADD COLUMN home CHARACTER(2);
ALTER TABLE customer ADD CONSTRAINT customer_home_fkey FOREIGN KEY (home) REFERENCES country (code);
-- backwards
ALTER TABLE customer DROP CONSTRAINT customer_home_fkey RESTRICT;
ALTER TABLE customer DROP COLUMN home;

-- forwards
ALTER TABLE customer ADD COLUMN home CHARACTER(2) DEFAULT 'at' NOT NULL;
ALTER TABLE customer ADD CONSTRAINT customer_home_key UNIQUE (home);
-- backwards
ALTER TABLE customer DROP CONSTRAINT customer_home_key RESTRICT;
ALTER TABLE customer DROP COLUMN home;

-- forwards
ALTER TABLE customer DROP CONSTRAINT customer_nick_country_key RESTRICT;
ALTER TABLE customer DROP CONSTRAINT customer_country_fkey RESTRICT;
DROP INDEX customer_country_idx;
ALTER TABLE customer DROP COLUMN country;
-- backwards
ALTER TABLE customer ADD COLUMN country CHARACTER(2) BEFORE since;
ALTER TABLE customer ADD CONSTRAINT customer_nick_country_key UNIQUE (nick, country);
ALTER TABLE customer ADD CONSTRAINT customer_country_fkey FOREIGN KEY (country) REFERENCES country (code) ON DELETE RESTRICT;
CREATE INDEX customer_country_idx ON customer (country);

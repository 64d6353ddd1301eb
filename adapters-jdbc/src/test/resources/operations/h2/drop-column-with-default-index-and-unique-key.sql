-- forwards
ALTER TABLE customer DROP CONSTRAINT customer_nick_country_key RESTRICT;
DROP INDEX customer_nick_age_idx;
ALTER TABLE customer DROP COLUMN nick;
-- backwards
ALTER TABLE customer ADD COLUMN nick CHARACTER VARYING(30) DEFAULT 'anon' NOT NULL BEFORE age;
ALTER TABLE customer ADD CONSTRAINT customer_nick_country_key UNIQUE (nick, country);
CREATE INDEX customer_nick_age_idx ON customer (nick, age);

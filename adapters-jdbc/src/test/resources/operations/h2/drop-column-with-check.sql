-- forwards
ALTER TABLE customer DROP CONSTRAINT customer_age_check RESTRICT;
ALTER TABLE customer DROP COLUMN age;
-- backwards
ALTER TABLE customer ADD COLUMN age INTEGER BEFORE country;
ALTER TABLE customer ADD CONSTRAINT customer_age_check CHECK ("AGE" >= 0);

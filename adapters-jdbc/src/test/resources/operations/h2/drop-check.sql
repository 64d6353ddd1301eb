-- forwards
ALTER TABLE customer DROP CONSTRAINT customer_age_check RESTRICT;
-- backwards
ALTER TABLE customer ADD CONSTRAINT customer_age_check CHECK ("AGE" >= 0);

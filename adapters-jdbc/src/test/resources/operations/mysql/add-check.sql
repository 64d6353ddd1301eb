-- forwards
ALTER TABLE `customer` ADD CONSTRAINT `customer_age_limit` CHECK (age < 200);
-- backwards
ALTER TABLE `customer` DROP CONSTRAINT `customer_age_limit`;

-- forwards
ALTER TABLE `customer` DROP CONSTRAINT `customer_age_check`;
-- backwards
ALTER TABLE `customer` ADD CONSTRAINT `customer_age_check` CHECK (`age` >= 0);

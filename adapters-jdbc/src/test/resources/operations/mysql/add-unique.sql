-- forwards
ALTER TABLE `customer` ADD CONSTRAINT `customer_since_age_key` UNIQUE (`since`, `age`);
-- backwards
ALTER TABLE `customer` DROP INDEX `customer_since_age_key`;

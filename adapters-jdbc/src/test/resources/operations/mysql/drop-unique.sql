-- forwards
ALTER TABLE `customer` DROP INDEX `customer_nick_country_key`;
-- backwards
ALTER TABLE `customer` ADD CONSTRAINT `customer_nick_country_key` UNIQUE (`nick`, `country`);

-- forwards
ALTER TABLE `customer`
  DROP FOREIGN KEY `customer_country_fkey`,
  DROP INDEX `customer_country_fkey`;
-- backwards
ALTER TABLE `customer` ADD CONSTRAINT `customer_country_fkey` FOREIGN KEY (`country`) REFERENCES `country` (`code`);

-- forwards
ALTER TABLE `customer`
  DROP INDEX `customer_nick_country_key`,
  DROP FOREIGN KEY `customer_country_fkey`,
  DROP INDEX `customer_country_idx`,
  DROP COLUMN `country`;
-- backwards
ALTER TABLE `customer`
  ADD COLUMN `country` char(2) AFTER `age`,
  ADD CONSTRAINT `customer_nick_country_key` UNIQUE (`nick`, `country`),
  ADD CONSTRAINT `customer_country_fkey` FOREIGN KEY (`country`) REFERENCES `country` (`code`),
  ADD INDEX `customer_country_idx` (`country`);

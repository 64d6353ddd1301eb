-- forwards
ALTER TABLE `customer`
  ADD COLUMN `home` char(2) NOT NULL DEFAULT 'at',
  ADD CONSTRAINT `customer_home_key` UNIQUE (`home`);
-- backwards
ALTER TABLE `customer`
  DROP INDEX `customer_home_key`,
  DROP COLUMN `home`;

-- forwards
ALTER TABLE `customer`
  ADD COLUMN `home` char(2),
  ADD CONSTRAINT `customer_home_fkey` FOREIGN KEY (`home`) REFERENCES `country` (`code`);
-- backwards
ALTER TABLE `customer`
  DROP FOREIGN KEY `customer_home_fkey`,
  DROP COLUMN `home`,
  DROP INDEX `customer_home_fkey`;

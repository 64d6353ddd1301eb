-- forwards
ALTER TABLE `customer` ADD COLUMN `email` varchar(254);
-- backwards
ALTER TABLE `customer` DROP COLUMN `email`;

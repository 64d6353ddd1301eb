-- forwards
ALTER TABLE `customer` DROP COLUMN `since`;
-- backwards
ALTER TABLE `customer` ADD COLUMN `since` datetime(6);

-- forwards
ALTER TABLE `customer` RENAME COLUMN `country` TO `home`;
-- backwards
ALTER TABLE `customer` RENAME COLUMN `home` TO `country`;

-- forwards
ALTER TABLE `customer` RENAME TO `client`;
-- backwards
ALTER TABLE `client` RENAME TO `customer`;

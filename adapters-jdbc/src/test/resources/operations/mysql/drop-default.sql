-- forwards
ALTER TABLE `customer` MODIFY COLUMN `nick` varchar(30) NOT NULL;
-- backwards
ALTER TABLE `customer` MODIFY COLUMN `nick` varchar(30) NOT NULL DEFAULT 'anon';

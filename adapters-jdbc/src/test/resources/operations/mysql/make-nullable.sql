-- forwards
ALTER TABLE `customer` MODIFY COLUMN `nick` varchar(30) DEFAULT 'anon';
-- backwards
ALTER TABLE `customer` MODIFY COLUMN `nick` varchar(30) NOT NULL DEFAULT 'anon';

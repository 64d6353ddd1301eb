-- forwards
ALTER TABLE `customer` MODIFY COLUMN `nick` varchar(30) NOT NULL DEFAULT 'nobody';
-- backwards
ALTER TABLE `customer` MODIFY COLUMN `nick` varchar(30) NOT NULL DEFAULT 'anon';

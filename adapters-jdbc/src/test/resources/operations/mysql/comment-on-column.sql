-- forwards
ALTER TABLE `customer` MODIFY COLUMN `nick` varchar(30) NOT NULL DEFAULT 'anon' COMMENT 'how they call themselves';
-- backwards
ALTER TABLE `customer` MODIFY COLUMN `nick` varchar(30) NOT NULL DEFAULT 'anon';

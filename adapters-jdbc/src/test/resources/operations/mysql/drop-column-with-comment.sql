-- forwards
ALTER TABLE `noted` DROP COLUMN `b`;
-- backwards
ALTER TABLE `noted` ADD COLUMN `b` decimal(8,3) COMMENT 'noted';

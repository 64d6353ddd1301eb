-- forwards
CREATE UNIQUE INDEX `one_at_a_time` ON `customer` (`since`);
-- backwards
ALTER TABLE `customer` DROP INDEX `one_at_a_time`;

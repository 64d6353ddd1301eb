-- forwards
ALTER TABLE `customer` DROP INDEX `grown_up`;
-- backwards
CREATE INDEX `grown_up` ON `customer` (`nick`);

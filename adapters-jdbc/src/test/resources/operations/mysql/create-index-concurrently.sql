-- forwards
CREATE INDEX `customer_nick_idx` ON `customer` (`nick`);
-- backwards
ALTER TABLE `customer` DROP INDEX `customer_nick_idx`;

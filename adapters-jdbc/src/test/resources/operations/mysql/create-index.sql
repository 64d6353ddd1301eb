-- forwards
CREATE INDEX `customer_nick_age_idx` ON `customer` (`nick`, `age`);
-- backwards
ALTER TABLE `customer` DROP INDEX `customer_nick_age_idx`;

-- forwards
ALTER TABLE `customer` MODIFY COLUMN `age` bigint DEFAULT 7;
-- backwards
ALTER TABLE `customer` MODIFY COLUMN `age` int DEFAULT 7;

-- forwards
ALTER TABLE `customer` MODIFY COLUMN `age` int NOT NULL;
-- backwards
ALTER TABLE `customer` MODIFY COLUMN `age` int;

-- forwards
ALTER TABLE `customer` COMMENT = 'who buys';
-- backwards
ALTER TABLE `customer` COMMENT = 'somebody';

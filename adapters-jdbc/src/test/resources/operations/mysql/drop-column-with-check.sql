-- forwards
ALTER TABLE `customer`
  DROP CONSTRAINT `customer_age_check`,
  DROP COLUMN `age`;
-- backwards
ALTER TABLE `customer`
  ADD COLUMN `age` int AFTER `nick`,
  ADD CONSTRAINT `customer_age_check` CHECK (`age` >= 0);

-- forwards
ALTER TABLE `customer`
  DROP INDEX `customer_nick_country_key`,
  DROP INDEX `customer_nick_age_idx`,
  DROP COLUMN `nick`;
-- backwards
ALTER TABLE `customer`
  ADD COLUMN `nick` varchar(30) NOT NULL DEFAULT 'anon' AFTER `id`,
  ADD CONSTRAINT `customer_nick_country_key` UNIQUE (`nick`, `country`),
  ADD INDEX `customer_nick_age_idx` (`nick`, `age`);

-- forwards
ALTER TABLE `town` ADD CONSTRAINT `town_country_fkey` FOREIGN KEY (`country`) REFERENCES `country` (`code`) ON DELETE CASCADE ON UPDATE SET NULL;
-- backwards
ALTER TABLE `town`
  DROP FOREIGN KEY `town_country_fkey`,
  DROP INDEX `town_country_fkey`;

-- forwards
ALTER TABLE `yard`.`box` RENAME TO `attic`.`box`;
-- backwards
ALTER TABLE `attic`.`box` RENAME TO `yard`.`box`;

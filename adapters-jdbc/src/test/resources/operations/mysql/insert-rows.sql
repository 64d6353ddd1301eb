-- forwards
INSERT INTO `country` (`code`, `name`) VALUES
  ('at', 'Österreich'),
  ('ci', 'Côte d''Ivoire');
-- backwards
DELETE FROM `country` WHERE `code` = 'ci';
DELETE FROM `country` WHERE `code` = 'at';

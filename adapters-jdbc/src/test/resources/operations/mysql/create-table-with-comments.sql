-- forwards
CREATE TABLE `noted` (
  `a` int COMMENT 'a column''s'
) COMMENT = 'it''s a table''s';
-- backwards
DROP TABLE `noted`;

-- forwards
CREATE TABLE `box` (
  `width` int,
  `height` int,
  `area` int GENERATED ALWAYS AS (width * height) STORED
);
-- backwards
DROP TABLE `box`;

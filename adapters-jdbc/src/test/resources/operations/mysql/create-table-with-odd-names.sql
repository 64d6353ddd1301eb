-- forwards
CREATE TABLE `Order Line` (
  `select` int NOT NULL,
  `it's "odd"; --` varchar(10) DEFAULT 'it''s',
  PRIMARY KEY (`select`)
);
-- backwards
DROP TABLE `Order Line`;

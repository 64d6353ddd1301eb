-- forwards
CREATE TABLE `seat` (
  `hall` int NOT NULL,
  `number` int NOT NULL,
  `price` int,
  PRIMARY KEY (`hall`, `number`),
  CONSTRAINT `seat_number_price_key` UNIQUE (`number`, `price`),
  CONSTRAINT `seat_check` CHECK (price > 0)
);
-- backwards
DROP TABLE `seat`;

-- forwards
DROP TABLE `customer`;
-- backwards
CREATE TABLE `customer` (
  `id` bigint AUTO_INCREMENT NOT NULL,
  `nick` varchar(30) NOT NULL DEFAULT 'anon',
  `age` int,
  `country` char(2),
  `since` datetime(6),
  PRIMARY KEY (`id`),
  CONSTRAINT `customer_nick_country_key` UNIQUE (`nick`, `country`),
  CONSTRAINT `customer_since_idx` UNIQUE (`since`),
  CONSTRAINT `customer_country_fkey` FOREIGN KEY (`country`) REFERENCES `country` (`code`),
  CONSTRAINT `customer_age_check` CHECK (`age` >= 0),
  INDEX `customer_age_idx` (`age`)
) ENGINE=InnoDB DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci;

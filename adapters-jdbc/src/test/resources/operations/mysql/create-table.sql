-- forwards
CREATE TABLE `customer` (
  `id` bigint AUTO_INCREMENT NOT NULL,
  `nick` varchar(30) NOT NULL DEFAULT 'anon',
  `age` int,
  `country` char(2),
  `since` datetime(6),
  PRIMARY KEY (`id`),
  CONSTRAINT `customer_age_check` CHECK (age >= 0),
  CONSTRAINT `customer_country_fkey` FOREIGN KEY (`country`) REFERENCES `country` (`code`) ON DELETE RESTRICT,
  CONSTRAINT `customer_nick_country_key` UNIQUE (`nick`, `country`)
);
-- backwards
DROP TABLE `customer`;

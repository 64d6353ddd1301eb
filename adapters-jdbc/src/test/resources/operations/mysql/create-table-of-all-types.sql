-- forwards
CREATE TABLE `every` (
  `a` varchar(10),
  `b` longtext,
  `c` int,
  `d` bigint,
  `e` smallint,
  `f` decimal(10,2),
  `g` tinyint(1),
  `h` date,
  `i` datetime(6),
  `j` timestamp(6) NULL,
  `k` char(36),
  `l` json,
  `m` longblob,
  `n` double,
  `o` char(3),
  `p` time
);
-- backwards
DROP TABLE `every`;

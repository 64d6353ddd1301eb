-- forwards
DROP VIEW `adult`;
-- backwards
CREATE ALGORITHM=UNDEFINED DEFINER=`tester`@`127.0.0.1` SQL SECURITY DEFINER VIEW `adult` AS select `customer`.`id` AS `id`,`customer`.`nick` AS `nick` from `customer` where `customer`.`age` > 17;

-- forwards
CREATE OR REPLACE VIEW `adult` AS SELECT id FROM customer WHERE age > 20;
-- backwards
CREATE OR REPLACE ALGORITHM=UNDEFINED DEFINER=`tester`@`127.0.0.1` SQL SECURITY DEFINER VIEW `adult` AS select `customer`.`id` AS `id`,`customer`.`nick` AS `nick` from `customer` where `customer`.`age` > 17;

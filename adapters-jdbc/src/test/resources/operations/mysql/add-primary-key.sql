-- forwards
ALTER TABLE `plain` ADD PRIMARY KEY (`a`, `b`);
-- backwards
ALTER TABLE `plain` DROP PRIMARY KEY;

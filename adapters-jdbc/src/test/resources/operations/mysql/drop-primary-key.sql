-- forwards
ALTER TABLE `plain` DROP PRIMARY KEY;
-- backwards
ALTER TABLE `plain` ADD PRIMARY KEY (`a`, `b`);

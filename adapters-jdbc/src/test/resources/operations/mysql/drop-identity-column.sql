-- forwards
ALTER TABLE `counted`
  DROP PRIMARY KEY,
  DROP COLUMN `id`;
-- backwards
ALTER TABLE `counted`
  ADD COLUMN `id` bigint AUTO_INCREMENT NOT NULL FIRST,
  ADD PRIMARY KEY (`id`);

-- forwards
CREATE UNIQUE INDEX "one_at_a_time" ON "customer" ("since");
-- backwards
DROP INDEX "one_at_a_time";

-- forwards
CREATE INDEX "grown_up" ON "customer" ("nick") WHERE age > 17;
-- backwards
DROP INDEX "grown_up";

-- forwards
CREATE INDEX "customer_nick_idx" ON "customer" ("nick");
-- backwards
DROP INDEX "customer_nick_idx";

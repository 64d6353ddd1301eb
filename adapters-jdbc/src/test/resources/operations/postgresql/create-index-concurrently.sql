-- forwards
CREATE INDEX CONCURRENTLY "customer_nick_idx" ON "customer" ("nick");
-- backwards
DROP INDEX CONCURRENTLY "customer_nick_idx";

-- forwards
CREATE INDEX "customer_nick_age_idx" ON "customer" ("nick", "age");
-- backwards
DROP INDEX "customer_nick_age_idx";

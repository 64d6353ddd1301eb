-- forwards
ALTER TABLE "customer" ADD CONSTRAINT "customer_since_age_key" UNIQUE ("since", "age");
-- backwards
ALTER TABLE "customer" DROP CONSTRAINT "customer_since_age_key";

-- forwards
ALTER TABLE "customer" DROP COLUMN "age";
-- backwards
ALTER TABLE "customer" ADD COLUMN "age" integer;
ALTER TABLE "customer" ADD CONSTRAINT "customer_age_check" CHECK ((age >= 0));

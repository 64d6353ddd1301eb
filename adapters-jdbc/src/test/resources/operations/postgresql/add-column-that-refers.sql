-- forwards
ALTER TABLE "customer" ADD COLUMN "home" char(2);
ALTER TABLE "customer" ADD CONSTRAINT "customer_home_fkey" FOREIGN KEY ("home") REFERENCES "country" ("code");
-- backwards
ALTER TABLE "customer" DROP COLUMN "home";

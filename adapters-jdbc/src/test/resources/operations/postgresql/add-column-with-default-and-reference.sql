-- forwards
ALTER TABLE "customer" ADD COLUMN "home" char(2) DEFAULT 'at' NOT NULL;
ALTER TABLE "customer" ADD CONSTRAINT "customer_home_key" UNIQUE ("home");
-- backwards
ALTER TABLE "customer" DROP COLUMN "home";

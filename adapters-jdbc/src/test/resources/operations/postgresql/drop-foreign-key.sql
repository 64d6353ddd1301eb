-- forwards
ALTER TABLE "customer" DROP CONSTRAINT "customer_country_fkey";
-- backwards
ALTER TABLE "customer" ADD CONSTRAINT "customer_country_fkey" FOREIGN KEY (country) REFERENCES country(code) ON DELETE RESTRICT;

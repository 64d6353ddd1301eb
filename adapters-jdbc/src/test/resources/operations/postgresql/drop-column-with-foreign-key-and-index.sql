-- forwards
ALTER TABLE "customer" DROP COLUMN "country";
-- backwards
ALTER TABLE "customer" ADD COLUMN "country" character(2);
ALTER TABLE "customer" ADD CONSTRAINT "customer_nick_country_key" UNIQUE (nick, country);
ALTER TABLE "customer" ADD CONSTRAINT "customer_country_fkey" FOREIGN KEY (country) REFERENCES country(code) ON DELETE RESTRICT;
CREATE INDEX customer_country_idx ON public.customer USING btree (country);

-- forwards
ALTER TABLE "customer" DROP COLUMN "nick";
-- backwards
ALTER TABLE "customer" ADD COLUMN "nick" character varying(30) DEFAULT 'anon'::character varying NOT NULL;
ALTER TABLE "customer" ADD CONSTRAINT "customer_nick_country_key" UNIQUE (nick, country);
CREATE INDEX customer_nick_age_idx ON public.customer USING btree (nick, age);

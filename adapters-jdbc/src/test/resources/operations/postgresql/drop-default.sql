-- forwards
ALTER TABLE "customer" ALTER COLUMN "nick" DROP DEFAULT;
-- backwards
ALTER TABLE "customer" ALTER COLUMN "nick" SET DEFAULT 'anon'::character varying;

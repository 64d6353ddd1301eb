-- forwards
ALTER TABLE "customer" ALTER COLUMN "nick" SET DEFAULT 'nobody';
-- backwards
ALTER TABLE "customer" ALTER COLUMN "nick" SET DEFAULT 'anon'::character varying;

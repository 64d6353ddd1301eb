-- forwards
ALTER TABLE "customer" ALTER COLUMN "nick" TYPE varchar(90);
-- backwards
ALTER TABLE "customer" ALTER COLUMN "nick" DROP DEFAULT, ALTER COLUMN "nick" TYPE character varying(30), ALTER COLUMN "nick" SET DEFAULT 'anon'::character varying;

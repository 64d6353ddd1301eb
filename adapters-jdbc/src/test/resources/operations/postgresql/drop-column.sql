-- forwards
ALTER TABLE "customer" DROP COLUMN "since";
-- backwards
ALTER TABLE "customer" ADD COLUMN "since" timestamp without time zone;

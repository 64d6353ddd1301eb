-- forwards
ALTER TABLE "noted" DROP COLUMN "b";
-- backwards
ALTER TABLE "noted" ADD COLUMN "b" numeric(8,3);

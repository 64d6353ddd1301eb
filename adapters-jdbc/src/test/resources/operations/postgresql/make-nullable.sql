-- forwards
ALTER TABLE "customer" ALTER COLUMN "nick" DROP NOT NULL;
-- backwards
ALTER TABLE "customer" ALTER COLUMN "nick" SET NOT NULL;

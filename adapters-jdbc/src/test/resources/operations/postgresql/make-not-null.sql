-- forwards
ALTER TABLE "customer" ALTER COLUMN "age" SET NOT NULL;
-- backwards
ALTER TABLE "customer" ALTER COLUMN "age" DROP NOT NULL;

-- forwards
ALTER TABLE "customer" ALTER COLUMN "age" TYPE bigint;
-- backwards
ALTER TABLE "customer" ALTER COLUMN "age" DROP DEFAULT, ALTER COLUMN "age" TYPE integer, ALTER COLUMN "age" SET DEFAULT 7;

-- forwards
ALTER TABLE "plain" ADD CONSTRAINT "plain_pkey" PRIMARY KEY ("a", "b");
-- backwards
ALTER TABLE "plain" DROP CONSTRAINT "plain_pkey";
ALTER TABLE "plain" ALTER COLUMN "a" DROP NOT NULL;

-- forwards
ALTER TABLE "plain" DROP CONSTRAINT "plain_pkey";
-- backwards
ALTER TABLE "plain" ADD CONSTRAINT "plain_pkey" PRIMARY KEY (a, b);

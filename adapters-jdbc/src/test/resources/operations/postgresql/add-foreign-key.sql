-- forwards
ALTER TABLE "town" ADD CONSTRAINT "town_country_fkey" FOREIGN KEY ("country") REFERENCES "country" ("code") ON DELETE CASCADE ON UPDATE SET NULL;
-- backwards
ALTER TABLE "town" DROP CONSTRAINT "town_country_fkey";

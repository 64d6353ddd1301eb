-- forwards
CREATE TABLE "noted" (
  "a" integer
);
-- backwards
DROP TABLE "noted";

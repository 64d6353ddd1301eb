-- forwards
CREATE TABLE "box" (
  "width" integer,
  "height" integer,
  "area" integer GENERATED ALWAYS AS (width * height) STORED
);
-- backwards
DROP TABLE "box";

-- forwards
CREATE TABLE box (
  width INTEGER,
  height INTEGER,
  area INTEGER GENERATED ALWAYS AS (width * height)
);
-- backwards
DROP TABLE box RESTRICT;

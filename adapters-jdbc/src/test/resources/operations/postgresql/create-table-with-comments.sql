-- forwards
CREATE TABLE "noted" (
  "a" integer
);
COMMENT ON TABLE "noted" IS 'it''s a table''s';
COMMENT ON COLUMN "noted"."a" IS 'a column''s';
-- backwards
DROP TABLE "noted";

-- forwards
ALTER TABLE "yard"."box" SET SCHEMA "attic";
-- backwards
ALTER TABLE "attic"."box" SET SCHEMA "yard";

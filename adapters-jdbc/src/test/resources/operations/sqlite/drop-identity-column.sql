-- forwards
CREATE TABLE "palindrome_new_counted" (
  "id" INTEGER NOT NULL,
  "name" varchar(5)
);
INSERT INTO "palindrome_new_counted" ("id", "name")
SELECT "id", "name" FROM "counted";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "counted" RENAME TO "palindrome_old_counted";
ALTER TABLE "palindrome_new_counted" RENAME TO "counted";
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
/* where foreign_keys is on, references have followed the rename: back with them */
UPDATE sqlite_schema SET sql = replace(sql, '"palindrome_old_counted"', '"counted"')
WHERE type = 'table' AND name <> 'palindrome_old_counted' AND instr(sql, '"palindrome_old_counted"');
PRAGMA writable_schema = RESET;
DROP TABLE "palindrome_old_counted";
ALTER TABLE "counted" DROP COLUMN "id";
-- backwards
CREATE TABLE "palindrome_new_counted" (
  "id" INTEGER CONSTRAINT "counted_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" varchar(5)
);
INSERT INTO "palindrome_new_counted" ("name")
SELECT "name" FROM "counted";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "counted" RENAME TO "palindrome_old_counted";
ALTER TABLE "palindrome_new_counted" RENAME TO "counted";
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
/* where foreign_keys is on, references have followed the rename: back with them */
UPDATE sqlite_schema SET sql = replace(sql, '"palindrome_old_counted"', '"counted"')
WHERE type = 'table' AND name <> 'palindrome_old_counted' AND instr(sql, '"palindrome_old_counted"');
PRAGMA writable_schema = RESET;
DROP TABLE "palindrome_old_counted";

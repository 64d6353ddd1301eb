-- forwards
CREATE TABLE "palindrome_new_plain" (
  "a" integer NOT NULL,
  "b" integer NOT NULL,
  CONSTRAINT "plain_pkey" PRIMARY KEY ("a", "b")
);
INSERT INTO "palindrome_new_plain" ("a", "b")
SELECT "a", "b" FROM "plain";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "plain" RENAME TO "palindrome_old_plain";
ALTER TABLE "palindrome_new_plain" RENAME TO "plain";
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
/* where foreign_keys is on, references have followed the rename: back with them */
UPDATE sqlite_schema SET sql = replace(sql, '"palindrome_old_plain"', '"plain"')
WHERE type = 'table' AND name <> 'palindrome_old_plain' AND instr(sql, '"palindrome_old_plain"');
PRAGMA writable_schema = RESET;
DROP TABLE "palindrome_old_plain";
-- backwards
CREATE TABLE "palindrome_new_plain" (
  "a" integer NOT NULL,
  "b" integer NOT NULL
);
INSERT INTO "palindrome_new_plain" ("a", "b")
SELECT "a", "b" FROM "plain";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "plain" RENAME TO "palindrome_old_plain";
ALTER TABLE "palindrome_new_plain" RENAME TO "plain";
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
/* where foreign_keys is on, references have followed the rename: back with them */
UPDATE sqlite_schema SET sql = replace(sql, '"palindrome_old_plain"', '"plain"')
WHERE type = 'table' AND name <> 'palindrome_old_plain' AND instr(sql, '"palindrome_old_plain"');
PRAGMA writable_schema = RESET;
DROP TABLE "palindrome_old_plain";

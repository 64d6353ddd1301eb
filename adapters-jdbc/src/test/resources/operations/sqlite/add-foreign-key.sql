-- forwards
CREATE TABLE "palindrome_new_town" (
  "id" integer NOT NULL,
  "country" char(2),
  CONSTRAINT "town_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "town_country_fkey" FOREIGN KEY ("country") REFERENCES "country" ("code") ON DELETE CASCADE ON UPDATE SET NULL
);
INSERT INTO "palindrome_new_town" ("id", "country")
SELECT "id", "country" FROM "town";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "town" RENAME TO "palindrome_old_town";
ALTER TABLE "palindrome_new_town" RENAME TO "town";
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
/* where foreign_keys is on, references have followed the rename: back with them */
UPDATE sqlite_schema SET sql = replace(sql, '"palindrome_old_town"', '"town"')
WHERE type = 'table' AND name <> 'palindrome_old_town' AND instr(sql, '"palindrome_old_town"');
PRAGMA writable_schema = RESET;
DROP TABLE "palindrome_old_town";
-- backwards
CREATE TABLE "palindrome_new_town" (
  "id" integer NOT NULL,
  "country" char(2),
  CONSTRAINT "town_pkey" PRIMARY KEY ("id")
);
INSERT INTO "palindrome_new_town" ("id", "country")
SELECT "id", "country" FROM "town";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "town" RENAME TO "palindrome_old_town";
ALTER TABLE "palindrome_new_town" RENAME TO "town";
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
/* where foreign_keys is on, references have followed the rename: back with them */
UPDATE sqlite_schema SET sql = replace(sql, '"palindrome_old_town"', '"town"')
WHERE type = 'table' AND name <> 'palindrome_old_town' AND instr(sql, '"palindrome_old_town"');
PRAGMA writable_schema = RESET;
DROP TABLE "palindrome_old_town";

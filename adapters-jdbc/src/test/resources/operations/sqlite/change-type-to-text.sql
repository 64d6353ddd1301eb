-- forwards
CREATE TABLE "palindrome_new_customer" (
  "id" integer NOT NULL,
  "age" bigint DEFAULT 7,
  CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);
INSERT INTO "palindrome_new_customer" ("id", "age")
SELECT "id", "age" FROM "customer";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "customer" RENAME TO "palindrome_old_customer";
ALTER TABLE "palindrome_new_customer" RENAME TO "customer";
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
/* where foreign_keys is on, references have followed the rename: back with them */
UPDATE sqlite_schema SET sql = replace(sql, '"palindrome_old_customer"', '"customer"')
WHERE type = 'table' AND name <> 'palindrome_old_customer' AND instr(sql, '"palindrome_old_customer"');
PRAGMA writable_schema = RESET;
DROP TABLE "palindrome_old_customer";
-- backwards
CREATE TABLE "palindrome_new_customer" (
  "id" integer NOT NULL,
  "age" integer DEFAULT 7,
  CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);
INSERT INTO "palindrome_new_customer" ("id", "age")
SELECT "id", "age" FROM "customer";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "customer" RENAME TO "palindrome_old_customer";
ALTER TABLE "palindrome_new_customer" RENAME TO "customer";
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
/* where foreign_keys is on, references have followed the rename: back with them */
UPDATE sqlite_schema SET sql = replace(sql, '"palindrome_old_customer"', '"customer"')
WHERE type = 'table' AND name <> 'palindrome_old_customer' AND instr(sql, '"palindrome_old_customer"');
PRAGMA writable_schema = RESET;
DROP TABLE "palindrome_old_customer";

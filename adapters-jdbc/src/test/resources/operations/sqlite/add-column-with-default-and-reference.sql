-- forwards
CREATE TABLE "palindrome_new_customer" (
  "id" INTEGER CONSTRAINT "customer_pkey" PRIMARY KEY AUTOINCREMENT,
  "nick" varchar(30) NOT NULL DEFAULT 'anon',
  "age" integer,
  "country" char(2),
  "since" timestamp,
  "home" char(2) NOT NULL DEFAULT 'at',
  CONSTRAINT "customer_nick_country_key" UNIQUE ("nick", "country"),
  CONSTRAINT "customer_country_fkey" FOREIGN KEY ("country") REFERENCES "country" ("code") ON DELETE RESTRICT,
  CONSTRAINT "customer_age_check" CHECK (age >= 0),
  CONSTRAINT "customer_home_key" UNIQUE ("home")
);
INSERT INTO sqlite_sequence (name, seq) SELECT 'palindrome_new_customer', seq FROM sqlite_sequence WHERE name = 'customer' COLLATE NOCASE;
INSERT INTO "palindrome_new_customer" ("id", "nick", "age", "country", "since")
SELECT "id", "nick", "age", "country", "since" FROM "customer";
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
  "id" INTEGER CONSTRAINT "customer_pkey" PRIMARY KEY AUTOINCREMENT,
  "nick" varchar(30) NOT NULL DEFAULT 'anon',
  "age" integer,
  "country" char(2),
  "since" timestamp,
  "home" char(2) NOT NULL DEFAULT 'at',
  CONSTRAINT "customer_nick_country_key" UNIQUE ("nick", "country"),
  CONSTRAINT "customer_country_fkey" FOREIGN KEY ("country") REFERENCES "country" ("code") ON DELETE RESTRICT,
  CONSTRAINT "customer_age_check" CHECK (age >= 0)
);
INSERT INTO sqlite_sequence (name, seq) SELECT 'palindrome_new_customer', seq FROM sqlite_sequence WHERE name = 'customer' COLLATE NOCASE;
INSERT INTO "palindrome_new_customer" ("id", "nick", "age", "country", "since", "home")
SELECT "id", "nick", "age", "country", "since", "home" FROM "customer";
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
ALTER TABLE "customer" DROP COLUMN "home";

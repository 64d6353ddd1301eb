-- forwards
CREATE TABLE "customer" (
  "id" INTEGER CONSTRAINT "customer_pkey" PRIMARY KEY AUTOINCREMENT,
  "nick" varchar(30) NOT NULL DEFAULT 'anon',
  "age" integer,
  "country" char(2),
  "since" timestamp,
  CONSTRAINT "customer_age_check" CHECK (age >= 0),
  CONSTRAINT "customer_country_fkey" FOREIGN KEY ("country") REFERENCES "country" ("code") ON DELETE RESTRICT,
  CONSTRAINT "customer_nick_country_key" UNIQUE ("nick", "country")
);
-- backwards
DROP TABLE "customer";

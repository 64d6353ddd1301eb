-- forwards
DROP TABLE "customer";
-- backwards
CREATE TABLE "customer" (
  "id" INTEGER CONSTRAINT "customer_pkey" PRIMARY KEY AUTOINCREMENT,
  "nick" varchar(30) NOT NULL DEFAULT 'anon',
  "age" integer,
  "country" char(2),
  "since" timestamp,
  CONSTRAINT "customer_nick_country_key" UNIQUE ("nick", "country"),
  CONSTRAINT "customer_country_fkey" FOREIGN KEY ("country") REFERENCES "country" ("code") ON DELETE RESTRICT,
  CONSTRAINT "customer_age_check" CHECK (age >= 0)
);
CREATE INDEX "customer_age_idx" ON "customer" ("age");
CREATE UNIQUE INDEX "customer_since_idx" ON "customer" ("since");

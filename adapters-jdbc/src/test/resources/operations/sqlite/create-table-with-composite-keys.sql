-- forwards
CREATE TABLE "seat" (
  "hall" integer NOT NULL,
  "number" integer NOT NULL,
  "price" integer,
  CONSTRAINT "seat_pkey" PRIMARY KEY ("hall", "number"),
  CONSTRAINT "seat_number_price_key" UNIQUE ("number", "price"),
  CONSTRAINT "seat_check" CHECK (price > 0)
);
-- backwards
DROP TABLE "seat";

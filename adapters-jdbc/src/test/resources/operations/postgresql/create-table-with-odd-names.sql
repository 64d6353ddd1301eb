-- forwards
CREATE TABLE "Order Line" (
  "select" integer NOT NULL,
  "it's ""odd""; --" varchar(10) DEFAULT 'it''s',
  CONSTRAINT "Order Line_pkey" PRIMARY KEY ("select")
);
-- backwards
DROP TABLE "Order Line";

-- forwards
CREATE TABLE "Order Line" (
  `select` INTEGER NOT NULL,
  "it's ""odd""; --" CHARACTER VARYING(10) DEFAULT 'it''s',
  CONSTRAINT "Order Line_pkey" PRIMARY KEY (`select`)
);
-- backwards
DROP TABLE "Order Line" RESTRICT;

-- forwards
CREATE TABLE seat (
  hall INTEGER NOT NULL,
  number INTEGER NOT NULL,
  price INTEGER,
  CONSTRAINT seat_pkey PRIMARY KEY (hall, number),
  CONSTRAINT seat_number_price_key UNIQUE (number, price),
  CONSTRAINT seat_check CHECK (price > 0)
);
-- backwards
DROP TABLE seat RESTRICT;

-- forwards
CREATE TABLE "every" (
  "a" varchar(10),
  "b" text,
  "c" integer,
  "d" bigint,
  "e" smallint,
  "f" numeric(10,2),
  "g" boolean,
  "h" date,
  "i" timestamp,
  "j" timestamp with time zone,
  "k" uuid,
  "l" json,
  "m" binary,
  "n" double,
  "o" char(3),
  "p" time
);
-- backwards
DROP TABLE "every";

-- // stock
CREATE TABLE stock (id integer); lost
-- //@UNDO
DROP TABLE stock;

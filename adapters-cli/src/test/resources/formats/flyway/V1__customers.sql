CREATE TABLE customer (
  id integer PRIMARY KEY,
  nick varchar(30)
);
INSERT INTO customer VALUES (1, '${first}'); -- the first

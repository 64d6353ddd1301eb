-- Deploy shop:customers to sqlite

BEGIN;

CREATE TABLE customer (id integer PRIMARY KEY, nick varchar(30));

COMMIT;

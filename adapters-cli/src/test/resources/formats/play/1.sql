# Customers schema

# --- !Ups
CREATE TABLE customer (
  id integer PRIMARY KEY,
  nick varchar(30)
);

CREATE TABLE stock (id integer);

--liquibase formatted sql

--changeset bob:stock endDelimiter:@@
CREATE TABLE stock (id integer PRIMARY KEY) @@
INSERT INTO stock VALUES (1)
@@
/* liquibase rollback
DELETE FROM stock; -- all of them
DROP TABLE stock;
*/

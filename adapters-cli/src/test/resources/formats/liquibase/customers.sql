--liquibase formatted sql

--changeset ann:1
--comment: customers and their nicks
CREATE TABLE customer (id integer PRIMARY KEY, nick ${nick_type});
--changeset ann:2 dbms:postgresql
CREATE EXTENSION ltree;
--rollback DROP EXTENSION ltree;

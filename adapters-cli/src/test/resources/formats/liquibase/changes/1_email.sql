--liquibase formatted sql

--changeset bob:email
ALTER TABLE customer ADD COLUMN email varchar(254);
--rollback ALTER TABLE customer DROP COLUMN email;

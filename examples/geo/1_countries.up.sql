CREATE TABLE country (
    code char(2) PRIMARY KEY,
    name varchar(60) NOT NULL
);

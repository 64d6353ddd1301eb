-- palindrome: description="customers and the country they live in" depends=geo:2

-- forwards
CREATE TABLE customer (
    id integer PRIMARY KEY,
    name varchar(80) NOT NULL,
    email varchar(254) NOT NULL,
    country_code char(2) NOT NULL,
    CONSTRAINT customer_email_unique UNIQUE (email),
    CONSTRAINT customer_country_fk FOREIGN KEY (country_code) REFERENCES country (code)
);

-- backwards
DROP TABLE customer;

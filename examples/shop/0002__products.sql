-- palindrome: description="what the shop sells"

-- forwards
CREATE TABLE product (
    id integer PRIMARY KEY,
    name varchar(80) NOT NULL,
    price decimal(10, 2) NOT NULL,
    CONSTRAINT product_price_positive CHECK (price > 0)
);

CREATE UNIQUE INDEX product_by_name ON product (name);

-- backwards
DROP TABLE product;

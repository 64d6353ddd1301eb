-- palindrome: description="orders and their lines"

-- forwards
CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer NOT NULL,
    ordered_on date NOT NULL,
    CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id)
);

CREATE INDEX orders_by_customer ON orders (customer_id, ordered_on);

CREATE TABLE order_line (
    order_id integer NOT NULL,
    product_id integer NOT NULL,
    quantity integer DEFAULT 1 NOT NULL,
    price decimal(10, 2) NOT NULL,
    CONSTRAINT order_line_pk PRIMARY KEY (order_id, product_id),
    CONSTRAINT order_line_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
    CONSTRAINT order_line_product_fk FOREIGN KEY (product_id) REFERENCES product (id),
    CONSTRAINT order_line_quantity_positive CHECK (quantity > 0)
);

CREATE INDEX order_line_by_product ON order_line (product_id);

-- backwards
DROP TABLE order_line;
DROP TABLE orders;

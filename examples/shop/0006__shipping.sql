-- palindrome: description="when an order was shipped, and what is still to be shipped"

-- forwards
ALTER TABLE orders ADD COLUMN shipped_on date;

CREATE VIEW open_order AS
SELECT orders.id AS order_id, customer.name AS customer, country.name AS country, orders.ordered_on
FROM orders
JOIN customer ON customer.id = orders.customer_id
JOIN country ON country.code = customer.country_code
WHERE orders.shipped_on IS NULL;

-- backwards
DROP VIEW open_order;
ALTER TABLE orders DROP COLUMN shipped_on;

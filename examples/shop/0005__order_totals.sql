-- palindrome: description="what each order comes to"

-- forwards
CREATE VIEW order_total AS
SELECT orders.id AS order_id, orders.customer_id, sum(order_line.quantity * order_line.price) AS total
FROM orders
JOIN order_line ON order_line.order_id = orders.id
GROUP BY orders.id, orders.customer_id;

-- backwards
DROP VIEW order_total;

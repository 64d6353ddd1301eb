-- palindrome: description="the products that the shop opens with"

-- forwards
INSERT INTO product (id, name, price) VALUES
    (1, 'Kettle', 34.90),
    (2, 'Teapot', 27.50),
    (3, 'Cup', 6.20),
    (4, 'Strainer', 4.80);

-- backwards
DELETE FROM product WHERE id IN (1, 2, 3, 4);

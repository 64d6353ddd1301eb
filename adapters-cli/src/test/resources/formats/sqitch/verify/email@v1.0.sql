SELECT email FROM customer WHERE 0;

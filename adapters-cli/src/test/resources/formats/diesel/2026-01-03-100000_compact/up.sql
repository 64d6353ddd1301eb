VACUUM;
INSERT INTO customer VALUES (2, 'bert');

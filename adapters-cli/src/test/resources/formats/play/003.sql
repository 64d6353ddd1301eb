-- !Ups
INSERT INTO customer VALUES (2, '$evolutions{{{nick}}}');
INSERT INTO customer VALUES (3, 'semi;;colon');

-- !Downs
DELETE FROM customer WHERE id IN (2, 3);

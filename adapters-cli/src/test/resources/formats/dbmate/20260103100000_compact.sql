-- migrate:up transaction:false
INSERT INTO stock VALUES (1);
VACUUM;

-- migrate:down
DELETE FROM stock;

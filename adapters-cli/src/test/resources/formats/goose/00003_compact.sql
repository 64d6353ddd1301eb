-- +goose NO TRANSACTION
-- +goose Up
-- +goose ENVSUB ON
INSERT INTO customer VALUES (2, '${SHOP_NICK:-bert}');
-- +goose ENVSUB OFF
VACUUM;
-- +goose Down
DELETE FROM customer WHERE id = 2;

-- Revert shop:customers from sqlite

BEGIN;

-- XXX Add DDLs here.

COMMIT;

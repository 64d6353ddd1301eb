-- The index first: SQLite drops no column that an index needs.
DROP INDEX country_by_calling_code;

ALTER TABLE country DROP COLUMN calling_code;

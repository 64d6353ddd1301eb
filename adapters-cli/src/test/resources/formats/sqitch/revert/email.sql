ALTER TABLE customer DROP COLUMN long_email;

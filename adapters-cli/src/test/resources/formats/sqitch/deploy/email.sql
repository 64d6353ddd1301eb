ALTER TABLE customer ADD COLUMN long_email varchar(254);

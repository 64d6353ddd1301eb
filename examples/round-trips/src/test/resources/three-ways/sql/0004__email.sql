-- forwards
ALTER TABLE teacher ADD COLUMN email varchar(254);
CREATE UNIQUE INDEX teacher_email_idx ON teacher (email);
-- backwards
DROP INDEX teacher_email_idx;
ALTER TABLE teacher DROP COLUMN email;

-- forwards
CREATE INDEX course_title_idx ON course (title);
-- backwards
DROP INDEX course_title_idx;

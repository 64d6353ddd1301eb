-- forwards
CREATE VIEW course_titles AS SELECT id, title FROM course;
-- backwards
DROP VIEW course_titles;

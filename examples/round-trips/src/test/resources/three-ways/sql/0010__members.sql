-- forwards
ALTER TABLE pupil RENAME TO member;
CREATE INDEX member_course_idx ON member (course);
-- backwards
DROP INDEX member_course_idx;
ALTER TABLE member RENAME TO pupil;

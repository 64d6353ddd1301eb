-- forwards
CREATE TABLE pupil (
    number integer NOT NULL,
    course integer NOT NULL,
    mark numeric(3, 1),
    CONSTRAINT pupil_pkey PRIMARY KEY (number, course),
    CONSTRAINT pupil_course_fkey FOREIGN KEY (course) REFERENCES course (id),
    CONSTRAINT pupil_mark_check CHECK (mark > 0)
);
-- backwards
DROP TABLE pupil;

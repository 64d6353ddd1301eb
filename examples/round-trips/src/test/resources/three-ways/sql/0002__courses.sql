-- forwards
CREATE TABLE course (
    id integer,
    title varchar(80) DEFAULT 'untitled' NOT NULL,
    teacher integer,
    room varchar(10),
    CONSTRAINT course_pkey PRIMARY KEY (id),
    CONSTRAINT course_teacher_fkey FOREIGN KEY (teacher) REFERENCES teacher (id) ON DELETE CASCADE
);
-- backwards
DROP TABLE course;

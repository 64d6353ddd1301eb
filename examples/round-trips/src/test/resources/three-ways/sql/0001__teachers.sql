-- forwards
CREATE TABLE teacher (
    id integer,
    name varchar(50) NOT NULL,
    CONSTRAINT teacher_pkey PRIMARY KEY (id)
);
-- backwards
DROP TABLE teacher;

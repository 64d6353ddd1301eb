-- palindrome: description="berths, in SQL: the two are freely mixed"

-- forwards
CREATE TABLE berth (
    berth_no integer PRIMARY KEY,
    sailor integer,
    CONSTRAINT berth_sailor_fk FOREIGN KEY (sailor) REFERENCES sailor (id)
);

-- backwards
DROP TABLE berth;

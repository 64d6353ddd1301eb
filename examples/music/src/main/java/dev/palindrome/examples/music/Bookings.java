package dev.palindrome.examples.music;

import dev.palindrome.spi.Migration;

/** Who manages which band, and where the bands play. */
final class Bookings {
    private Bookings() {}

    static Migration managers() {
        return Migration.id("0001_managers")
                .description("the people who book bands")
                .forwards("""
                        CREATE TABLE manager (
                            id integer PRIMARY KEY,
                            name varchar(80) NOT NULL
                        )
                        """)
                .backwards("DROP TABLE manager")
                .build();
    }

    static Migration bands() {
        return Migration.id("0002_bands")
                .description("bands, each with its manager")
                .forwards("""
                        CREATE TABLE band (
                            id integer PRIMARY KEY,
                            name varchar(80) NOT NULL,
                            manager_id integer NOT NULL,
                            CONSTRAINT band_name_unique UNIQUE (name),
                            CONSTRAINT band_manager_fk FOREIGN KEY (manager_id) REFERENCES manager (id)
                        )
                        """)
                .backwards("DROP TABLE band")
                .build();
    }

    static Migration venues() {
        return Migration.id("0003_venues")
                .description("the places where bands play")
                .forwards("""
                        CREATE TABLE venue (
                            id integer PRIMARY KEY,
                            name varchar(160) NOT NULL,
                            capacity integer NOT NULL,
                            CONSTRAINT venue_capacity_positive CHECK (capacity > 0)
                        )
                        """)
                .backwards("DROP TABLE venue")
                .build();
    }

    /** Several statements in one script; the dialect of the database splits them. */
    static Migration concerts() {
        return Migration.id("0004_concerts")
                .description("which band plays where and when")
                .forwards("""
                        CREATE TABLE concert (
                            id integer PRIMARY KEY,
                            band_id integer NOT NULL,
                            venue_id integer NOT NULL,
                            starts_at timestamp NOT NULL,
                            CONSTRAINT concert_band_fk FOREIGN KEY (band_id) REFERENCES band (id),
                            CONSTRAINT concert_venue_fk FOREIGN KEY (venue_id) REFERENCES venue (id),
                            CONSTRAINT concert_venue_unique UNIQUE (venue_id, starts_at)
                        );
                        CREATE INDEX concert_by_band ON concert (band_id, starts_at);
                        """)
                .backwards("DROP TABLE concert")
                .build();
    }

    /**
     * Data. The reversal deletes these rows by their keys and no others: {@code DELETE FROM band} would take the bands with
     * it that somebody has entered since.
     */
    static Migration firstBookings() {
        return Migration.id("0005_first_bookings")
                .description("the bookings that we begin with")
                .forwards("""
                        INSERT INTO manager (id, name) VALUES
                            (1, 'Ada Brandt'),
                            (2, 'Miles O''Hara');
                        INSERT INTO band (id, name, manager_id) VALUES
                            (1, 'The Palindromes', 1),
                            (2, 'Otto und Anna', 1),
                            (3, 'Never Odd or Even', 2);
                        INSERT INTO venue (id, name, capacity) VALUES
                            (1, 'Paradiso, Amsterdam', 1500),
                            (2, 'Fabrik, Hamburg', 1200),
                            (3, 'The Barn', 90);
                        INSERT INTO concert (id, band_id, venue_id, starts_at) VALUES
                            (1, 1, 1, '2027-05-01 20:00:00'),
                            (2, 2, 2, '2027-05-02 19:30:00'),
                            (3, 3, 3, '2027-05-02 21:00:00');
                        """)
                .backwards("""
                        DELETE FROM concert WHERE id IN (1, 2, 3);
                        DELETE FROM venue WHERE id IN (1, 2, 3);
                        DELETE FROM band WHERE id IN (1, 2, 3);
                        DELETE FROM manager WHERE id IN (1, 2);
                        """)
                .build();
    }
}

package dev.palindrome.examples.music;

import dev.palindrome.spi.Migration;

/** Tickets, and what they bring in. */
final class Tickets {
    private Tickets() {}

    static Migration tickets() {
        return Migration.id("0007_tickets")
                .description("tickets to concerts")
                .forwards("""
                        CREATE TABLE ticket (
                            id integer PRIMARY KEY,
                            concert_id integer NOT NULL,
                            seat varchar(10) NOT NULL,
                            price decimal(8, 2) NOT NULL,
                            sold_on date,
                            CONSTRAINT ticket_concert_fk
                                FOREIGN KEY (concert_id) REFERENCES concert (id) ON DELETE CASCADE,
                            CONSTRAINT ticket_price_not_negative CHECK (price >= 0)
                        )
                        """)
                .backwards("DROP TABLE ticket")
                .build();
    }

    static Migration seats() {
        return Migration.id("0008_seats")
                .description("no seat is sold twice")
                .forwards("CREATE UNIQUE INDEX ticket_by_seat ON ticket (concert_id, seat)")
                .backwards("DROP INDEX ticket_by_seat")
                .build();
    }

    static Migration firstTickets() {
        return Migration.id("0009_first_tickets")
                .description("the tickets of the first concerts")
                .forwards("""
                        INSERT INTO ticket (id, concert_id, seat, price, sold_on) VALUES
                            (1, 1, 'A1', 35.50, '2027-01-12'),
                            (2, 1, 'A2', 35.50, '2027-01-12'),
                            (3, 1, 'B1', 28.00, NULL),
                            (4, 2, 'A1', 22.00, '2027-02-03'),
                            (5, 3, 'A1', 0.00, NULL)
                        """)
                .backwards("DELETE FROM ticket WHERE id IN (1, 2, 3, 4, 5)")
                .build();
    }

    /** Has nothing to reverse, and says so. A migration that says nothing counts as irreversible. */
    static Migration statistics() {
        return Migration.id("0010_statistics")
                .description("let the database plan with what the tables hold now")
                .forwards("ANALYZE")
                .backwardsNotNeeded()
                .build();
    }

    static Migration takings() {
        return Migration.id("0013_takings")
                .description("what each concert has brought in")
                .forwards("""
                        CREATE VIEW takings AS
                        SELECT concert.id AS concert_id, band.name AS band, count(ticket.id) AS sold, sum(ticket.price) AS total
                        FROM concert
                        JOIN band ON band.id = concert.band_id
                        LEFT JOIN ticket ON ticket.concert_id = concert.id AND ticket.sold_on IS NOT NULL
                        GROUP BY concert.id, band.name
                        """)
                .backwards("DROP VIEW takings")
                .build();
    }
}

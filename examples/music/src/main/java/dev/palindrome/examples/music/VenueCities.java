package dev.palindrome.examples.music;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A data migration in Java: {@code Fabrik, Hamburg} becomes {@code Fabrik} in {@code Hamburg}, and backwards the two are put
 * together again. No SQL that every database understands finds the last comma in a text.
 *
 * <p>Both halves run in the transaction of their migration, where the database has one; they use the session that they are
 * given, and neither commit nor close it. A preview shows them by their name.
 */
final class VenueCities {
    private static final String SEPARATOR = ", ";

    private VenueCities() {}

    static Migration migration() {
        return Migration.id("0011_venue_cities")
                .description("the city of a venue in a column of its own")
                .forwards("ALTER TABLE venue ADD COLUMN city varchar(80)")
                .forwards("VenueCities.split", VenueCities::split)
                .backwards("VenueCities.join", VenueCities::join)
                .backwards("ALTER TABLE venue DROP COLUMN city")
                .build();
    }

    private static void split(Session session) {
        for (Row venue : session.query(Statement.of("SELECT id, name FROM venue"))) {
            String name = venue.text("name").orElseThrow();
            int end = name.lastIndexOf(SEPARATOR);
            if (end >= 0) {
                String city = name.substring(end + SEPARATOR.length());
                update(session, venue, name.substring(0, end), city);
            }
        }
    }

    private static void join(Session session) {
        for (Row venue : session.query(Statement.of("SELECT id, name, city FROM venue WHERE city IS NOT NULL"))) {
            String name = venue.text("name").orElseThrow();
            String city = venue.text("city").orElseThrow();
            update(session, venue, name + SEPARATOR + city, null);
        }
    }

    private static void update(Session session, Row venue, String name, @Nullable String city) {
        session.execute(
                Statement.of("UPDATE venue SET name = ?, city = ? WHERE id = ?", name, city, venue.number("id")));
    }
}

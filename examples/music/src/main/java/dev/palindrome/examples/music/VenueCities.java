package dev.palindrome.examples.music;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.StatementRunner;
import org.jspecify.annotations.Nullable;

/**
 * A data migration in Java: {@code Fabrik, Hamburg} becomes {@code Fabrik} in {@code Hamburg}, and backwards the two are put
 * together again. No SQL that every database understands finds the last comma in a text.
 *
 * <p>Both halves run in the transaction of their migration, where the database has one. A preview shows them by their name.
 */
final class VenueCities {
    private static final String SEPARATOR = ", ";

    private VenueCities() {}

    static Migration migration() {
        return Migration.id("0011_venue_cities")
                .description("the city of a venue in a column of its own")
                .forwards("ALTER TABLE venue ADD COLUMN city varchar(80)")
                .forwardsCode("VenueCities.split", VenueCities::split)
                .backwardsCode("VenueCities.join", VenueCities::join)
                .backwards("ALTER TABLE venue DROP COLUMN city")
                .build();
    }

    private static void split(StatementRunner database) {
        for (Row venue : database.query("SELECT id, name FROM venue")) {
            String name = venue.text("name").orElseThrow();
            int end = name.lastIndexOf(SEPARATOR);
            if (end >= 0) {
                String city = name.substring(end + SEPARATOR.length());
                update(database, venue, name.substring(0, end), city);
            }
        }
    }

    private static void join(StatementRunner database) {
        for (Row venue : database.query("SELECT id, name, city FROM venue WHERE city IS NOT NULL")) {
            String name = venue.text("name").orElseThrow();
            String city = venue.text("city").orElseThrow();
            update(database, venue, name + SEPARATOR + city, null);
        }
    }

    private static void update(StatementRunner database, Row venue, String name, @Nullable String city) {
        long id = venue.number("id").orElseThrow();
        database.execute("UPDATE venue SET name = ?, city = ? WHERE id = ?", name, city, id);
    }
}

package dev.palindrome.examples.music;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import java.util.List;

/**
 * The migrations of app {@code music}, in the order in which they go forwards. The class is named in {@code
 * META-INF/services/dev.palindrome.spi.MigrationPack}; with that, the jar only needs to be on the class path.
 *
 * <p>The SQL runs unchanged on PostgreSQL, SQLite and H2.
 */
public final class MusicPack implements MigrationPack {

    @Override
    public String appName() {
        return "music";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(
                Bookings.managers(),
                Bookings.bands(),
                Bookings.venues(),
                Bookings.concerts(),
                Bookings.firstBookings(),
                Contacts.phones(),
                Tickets.tickets(),
                Tickets.seats(),
                Tickets.firstTickets(),
                Tickets.statistics(),
                VenueCities.migration(),
                Contacts.severalPhones(),
                Tickets.takings());
    }
}

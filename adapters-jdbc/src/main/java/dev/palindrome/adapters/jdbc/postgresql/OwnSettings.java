package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Statement;
import java.util.Optional;

/**
 * The settings that Palindrome makes on its sessions once it has the lock: the holder's name for others to see, and how often
 * the server looks whether we are still alive, so that a killed run ends soon. Safe for use by several threads.
 */
final class OwnSettings {
    private static final String PREFIX = "palindrome ";
    /** NAMEDATALEN - 1 (PostgreSQL's manual, 20.8, application_name). */
    private static final int MAX_BYTES = 63;

    /** Since PostgreSQL 14, on Linux; since 15 wherever the server is told of closed sockets, which Windows doesn't (20.3.2). */
    private static final String ALIVE_CHECK =
            "CASE WHEN pg_catalog.current_setting('client_connection_check_interval', true)"
                    + " = '0' AND (pg_catalog.version() ~* 'linux' OR"
                    + " (pg_catalog.current_setting('server_version_num')::int >= 150000"
                    + " AND pg_catalog.version() !~* 'visual|msvc|mingw'))"
                    + " THEN pg_catalog.set_config('client_connection_check_interval', '500', false) END";

    private volatile Optional<String> applicationName = Optional.empty();

    /** {@return a query that makes the settings and, in the same round trip, selects one more expression} */
    Statement applyAnd(String holder, String expression, Object parameter) {
        String name = shortened(PREFIX + holder);
        applicationName = Optional.of(name);
        return Statement.of(select("?") + ", " + expression, name, parameter);
    }

    /** {@return a query that makes the settings again; empty if they were never made} */
    Optional<String> again(Dialect dialect) {
        return applicationName.map(name -> select(dialect.literal(name)));
    }

    /** {@return the holder's name in what {@code pg_stat_activity} shows of a session} */
    static String holder(String applicationName) {
        return applicationName.startsWith(PREFIX) ? applicationName.substring(PREFIX.length()) : applicationName;
    }

    private static String select(String name) {
        return "SELECT pg_catalog.set_config('application_name', " + name + ", false), " + ALIVE_CHECK;
    }

    /** The server replaces what isn't ASCII, so that a character is a byte. */
    private static String shortened(String name) {
        String ascii = name.replaceAll("[^ -~]", "?");
        return ascii.length() <= MAX_BYTES ? ascii : ascii.substring(0, MAX_BYTES);
    }
}

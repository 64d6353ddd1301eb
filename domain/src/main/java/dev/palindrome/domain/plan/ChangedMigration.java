package dev.palindrome.domain.plan;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Problem;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The finding that a migration's content is no longer what ran. */
public final class ChangedMigration {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private ChangedMigration() {}

    /** {@return whether it is so; one that runs again when it has changed is pending instead} */
    public static boolean is(HistoryEntry entry, Migration migration) {
        return !migration.isRepeatable() && !entry.checksum().equals(migration.checksum());
    }

    /** {@return the finding, as a warning} */
    public static Problem warning(HistoryEntry entry, Migration migration) {
        return Problem.warning(
                        Codes.HISTORY_CHANGED,
                        "Migration '" + entry.ref() + "' was changed after it ran on " + WHEN.format(entry.ranOn())
                                + ": the history has checksum "
                                + entry.checksum().abbreviated() + ", "
                                + migration.location() + " has "
                                + migration.checksum().abbreviated()
                                + ". What was changed has not run. Restore its forwards half and put the change into a new "
                                + "migration, or accept the new content for what ran: palindrome repair "
                                + entry.appName())
                .at(migration.location());
    }
}

package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.spi.MigrationId;
import java.util.List;

/**
 * A change in a plan.
 *
 * @param line the line on which it is planned
 * @param name what users call it; several can have one name
 * @param instance which of those of its name it is, counted from 1
 * @param id sqitch's own id, over all that the plan says of it and of those before it
 * @param note what it is for; may be empty
 * @param requires what must be deployed before it
 * @param conflicts what must not be deployed when it is
 * @param tags the tags that follow it
 * @param reworkTags the tags between it and the next of its name, the last first; empty if there is none
 */
record Change(
        int line,
        String name,
        int instance,
        String id,
        String note,
        List<Dependency> requires,
        List<Dependency> conflicts,
        List<String> tags,
        List<String> reworkTags) {

    /**
     * {@return its id here: its name, and from the second of that name on also its number, so that nothing changes when a
     * change is planned again}
     */
    MigrationId migrationId() {
        return migrationId(name, instance);
    }

    static MigrationId migrationId(String name, int instance) {
        return new MigrationId(instance == 1 ? name : name + "#" + instance);
    }

    /** {@return the first line of its note} */
    String description() {
        return note.lines().findFirst().orElse("").strip();
    }
}

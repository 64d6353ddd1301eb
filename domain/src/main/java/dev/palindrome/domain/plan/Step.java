package dev.palindrome.domain.plan;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One migration in one direction within a plan.
 *
 * @param direction which way
 * @param migration which migration
 * @param description what it says of itself
 * @param work what it runs
 * @param checksum of the migration's content; goes into the history
 * @param reversed the history entry that a backwards step removes
 * @param planned the reversal that a forwards step stores, as the plan foresees it
 * @param filesToDelete the files that go once the step is committed
 */
public record Step(
        Direction direction,
        MigrationRef migration,
        String description,
        Work work,
        Checksum checksum,
        Optional<HistoryEntry> reversed,
        Optional<PlannedReversal> planned,
        List<Path> filesToDelete) {

    public Step {
        filesToDelete = List.copyOf(filesToDelete);
    }

    /** {@return the same step, after which those files are deleted} */
    Step deleting(List<Path> files) {
        return new Step(direction, migration, description, work, checksum, reversed, planned, files);
    }

    /** {@return all instructions in order} */
    public List<Instruction> instructions() {
        return work.segments().stream()
                .flatMap(segment -> segment.instructions().stream())
                .toList();
    }

    /**
     * What a step does to the database besides its history write.
     *
     * @param segments in order; none when the step only writes the history
     * @param recordedOnly whether the migration is recorded or forgotten without running
     * @param transactional whether all of it and the history write are one transaction of this database
     * @param requirements what the data must be like for it to succeed
     * @param notes what a reader of the plan should know
     * @param origin who says what it runs
     */
    public record Work(
            List<Segment> segments,
            boolean recordedOnly,
            boolean transactional,
            List<Requirement> requirements,
            List<String> notes,
            Origin origin) {
        public Work {
            segments = List.copyOf(segments);
            requirements = List.copyOf(requirements);
            notes = List.copyOf(notes);
        }

        /** {@return the same work with a note more} */
        Work noting(String note) {
            List<String> all = new ArrayList<>(notes);
            all.add(note);
            return new Work(segments, recordedOnly, transactional, requirements, all, origin);
        }

        /** {@return the same work, which the history says, with a note first that says why} */
        Work ofHistory(String note) {
            List<String> all = new ArrayList<>(notes);
            all.add(0, note);
            return new Work(segments, recordedOnly, transactional, requirements, all, Origin.HISTORY);
        }

        /** {@return work that only writes the history} */
        public static Work recordOnly(String... notes) {
            return new Work(List.of(), true, true, List.of(), List.of(notes), Origin.PACK);
        }
    }

    /** Who says what a step runs. */
    public enum Origin {
        /** The pack, which has what ran. */
        PACK,
        /** The history alone, since the pack has something else, or there is none. */
        HISTORY
    }
}

package dev.palindrome.domain.plan;

import dev.palindrome.domain.journal.Progress;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Statement;
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
 * @param ending what it does to the history
 * @param former how far it came before, if it goes on from, or turns round, what stopped half-way
 * @param filesToDelete the files that go once the step is committed
 */
public record Step(
        Direction direction,
        MigrationRef migration,
        String description,
        Work work,
        Checksum checksum,
        Ending ending,
        Optional<Progress> former,
        List<Path> filesToDelete) {

    public Step {
        filesToDelete = List.copyOf(filesToDelete);
    }

    /** {@return the same step, after which those files are deleted} */
    Step deleting(List<Path> files) {
        return new Step(direction, migration, description, work, checksum, ending, former, files);
    }

    /** {@return the history entry that a backwards step removes} */
    public Optional<HistoryEntry> reversed() {
        return ending instanceof Ending.Forgotten forgotten ? Optional.of(forgotten.entry()) : Optional.empty();
    }

    /** {@return the reversal that a forwards step stores} */
    public Optional<PlannedReversal> planned() {
        return ending.stored();
    }

    /** {@return whether it is noted piece by piece, since it is not one transaction} */
    public boolean isJournaled() {
        return former.isPresent() || !(work.transactional() || work.recordedOnly());
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
     * @param settings what is set first, since another session set it when the work began
     */
    public record Work(
            List<Segment> segments,
            boolean recordedOnly,
            boolean transactional,
            List<Requirement> requirements,
            List<String> notes,
            Origin origin,
            List<Statement> settings) {
        public Work {
            segments = List.copyOf(segments);
            requirements = List.copyOf(requirements);
            notes = List.copyOf(notes);
            settings = List.copyOf(settings);
        }

        /** {@return the same work with a note more} */
        Work noting(String note) {
            List<String> all = new ArrayList<>(notes);
            all.add(note);
            return new Work(segments, recordedOnly, transactional, requirements, all, origin, settings);
        }

        /** {@return the same work, which the history says, with a note first that says why} */
        Work ofHistory(String note) {
            List<String> all = new ArrayList<>(notes);
            all.add(0, note);
            return new Work(segments, recordedOnly, transactional, requirements, all, Origin.HISTORY, settings);
        }

        /** {@return work that only writes the history} */
        public static Work recordOnly(String... notes) {
            return new Work(List.of(), true, true, List.of(), List.of(notes), Origin.PACK, List.of());
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

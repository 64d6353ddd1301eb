package dev.palindrome.domain.plan;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.MigrationRef;
import java.nio.file.Path;
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
 * @param filesToDelete the files that go once the step is committed
 */
public record Step(
        Direction direction,
        MigrationRef migration,
        String description,
        Work work,
        Checksum checksum,
        Optional<HistoryEntry> reversed,
        List<Path> filesToDelete) {

    public Step {
        filesToDelete = List.copyOf(filesToDelete);
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
     * @param notes what a reader of the plan should know
     */
    public record Work(List<Segment> segments, boolean recordedOnly, boolean transactional, List<String> notes) {
        public Work {
            segments = List.copyOf(segments);
            notes = List.copyOf(notes);
        }

        /** {@return work that only writes the history} */
        public static Work recordOnly(String... notes) {
            return new Work(List.of(), true, true, List.of(notes));
        }
    }
}

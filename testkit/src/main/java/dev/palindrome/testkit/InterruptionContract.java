package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What must be true after the engine was killed before and after any statement or commit of its own or of a migration, in
 * either direction: the lock is free, the history tells the truth, and the next run ends where an undisturbed one would, with
 * nothing run twice. Each point has a process and a database of its own, so that databases will do that one process has
 * open; the URL alone must lead another process there, and the adapter must be one that ServiceLoader finds.
 */
public abstract class InterruptionContract extends Contract {
    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected InterruptionContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @TestFactory
    Stream<DynamicTest> a_run_forwards_that_is_killed_anywhere_can_be_gone_on_with() {
        return points(Direction.FORWARDS);
    }

    @TestFactory
    Stream<DynamicTest> a_run_backwards_that_is_killed_anywhere_can_be_gone_on_with() {
        return points(Direction.BACKWARDS);
    }

    private Stream<DynamicTest> points(Direction direction) {
        AtomicInteger reached = new AtomicInteger();
        State undisturbed = ended(prepared(direction), direction, reached::incrementAndGet);
        assertThat(reached).hasPositiveValue();
        int count = Math.min(reached.get(), testDatabase().interruptions());
        return IntStream.range(0, count)
                .map(i -> i * reached.get() / count)
                .mapToObj(point -> DynamicTest.dynamicTest(
                        "killed at point " + point + " of " + reached, () -> killedAt(point, direction, undisturbed)));
    }

    private void killedAt(int point, Direction direction, State undisturbed) throws Exception {
        DatabaseAddress address = prepared(direction);
        die(address, direction, point);

        try (Database database = adapter().connect(address);
                Session session = database.openSession()) {
            Lock lock = Engine.enter(database, session, testDatabase().lockLeftBehind());
            lock.close();
            historyTellsTheTruth(database, session);
        }
        assertThat(ended(address, direction, () -> {})).as("after another run").isEqualTo(undisturbed);
    }

    /** Lets a run die at a point: in a process of its own, unless that could not reach the database. */
    void die(DatabaseAddress address, Direction direction, int point) throws Exception {
        int exit = ForkedJava.run(CrashProgram.class, address.url(), direction.name(), Integer.toString(point));
        assertThat(exit).as("how it died").isEqualTo(CrashProgram.DIED);
    }

    /** A migration that the history has ran whole; one that it doesn't have left nothing, or the journal says what. */
    private void historyTellsTheTruth(Database database, Session session) {
        List<String> applied = State.applied(database, session);
        List<String> noted = applied.isEmpty()
                        && database.history(HistoryTable.DEFAULT).read(session).isEmpty()
                ? List.of()
                : database.history(HistoryTable.DEFAULT).journal().read(session).stream()
                        .map(JournalEntry::migrationId)
                        .map(Object::toString)
                        .toList();
        isWhole(database, session, "0001", List.of("crash_one", "crash_two"), applied, noted);
        isWhole(database, session, "0002", List.of("crash_three"), applied, noted);
    }

    private static void isWhole(
            Database database,
            Session session,
            String id,
            List<String> tables,
            List<String> applied,
            List<String> noted) {
        for (String table : tables) {
            if (!noted.contains(id)) {
                Optional<SchemaObject> found = database.inspector().find(session, ObjectName.of(table));
                assertThat(found.isPresent()).as("table %s is there", table).isEqualTo(applied.contains(id));
            }
        }
    }

    /** {@return a fresh database, from which the direction has something to do} */
    private DatabaseAddress prepared(Direction direction) {
        DatabaseAddress address = testDatabase().freshAddress();
        if (direction == Direction.BACKWARDS) {
            ended(address, Direction.FORWARDS, () -> {});
        }
        return address;
    }

    private State ended(DatabaseAddress address, Direction direction, Interruption interruption) {
        try (Database database = adapter().connect(address)) {
            Database watched = new InterruptedDatabase(database, interruption);
            MigrationResult result = CrashProgram.run(new Engine(CrashApp.apps(), adapter(), watched), direction);
            assertThat(result.success())
                    .as("%s %s", result.message(), result.problems())
                    .isTrue();
            try (Session session = database.openSession()) {
                return State.of(database, session, dialect());
            }
        }
    }
}

package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.spi.Direction;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** They would be worth nothing if they held whatever is done to a database. */
class InvariantsTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void hold_when_nothing_was_disturbed(DatabaseKind kind) {
        Invariants.hold(whole(kind));
    }

    @OnEachDatabase
    void a_statement_that_ran_twice_is_noticed(DatabaseKind kind) {
        assertNoticed(kind, "UPDATE counts SET n = n + 10");
    }

    @OnEachDatabase
    void a_table_that_is_not_there_is_noticed(DatabaseKind kind) {
        assertNoticed(kind, "DROP TABLE c");
    }

    @OnEachDatabase
    void a_lost_column_is_noticed(DatabaseKind kind) {
        assertNoticed(kind, "ALTER TABLE b DROP COLUMN y");
    }

    @OnEachDatabase
    void a_hole_in_the_history_is_noticed(DatabaseKind kind) {
        assertNoticed(kind, "DELETE FROM \"palindrome_history\" WHERE migration_id = '0003'");
    }

    @OnEachDatabase
    void a_success_that_is_not_in_the_history_is_noticed(DatabaseKind kind) {
        Round round = whole(kind);
        round.noteEnd(round.run(Direction.BACKWARDS));
        assertThatThrownBy(() -> Invariants.hold(round))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a runner said that all is done");
    }

    private void assertNoticed(DatabaseKind kind, String sql) {
        Round round = whole(kind);
        round.database().run(sql);
        assertThatThrownBy(() -> Invariants.hold(round)).isInstanceOf(AssertionError.class);
    }

    private Round whole(DatabaseKind kind) {
        Round round = Round.at(kind.fresh(folder), kind, Direction.FORWARDS, 1, folder);
        round.run(Direction.FORWARDS);
        return round;
    }
}

package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database in memory shows tests what was done. */
final class InMemoryDatabaseTest {
    private final InMemoryDatabase database =
            InMemoryDatabase.named(UUID.randomUUID().toString());

    @Test
    void it_shows_what_was_executed_once_that_is_committed() {
        try (Session session = database.openSession()) {
            session.begin();
            session.execute(Statement.of("CREATE TABLE a (b integer)"));
            assertThat(database.executed()).isEmpty();
            session.commit();
            session.execute(Statement.of("CREATE TABLE c (d integer)"));
        }

        assertThat(database.executed()).containsExactly("CREATE TABLE a (b integer)", "CREATE TABLE c (d integer)");
    }

    @Test
    void it_shows_the_history() {
        try (Session session = database.openSession()) {
            assertThat(database.history()).isEmpty();
            database.history(HistoryTable.DEFAULT).create().forEach(session::execute);
            session.execute(database.history(HistoryTable.DEFAULT).insert(DatabaseContract.entry("shop", "1")));
        }

        assertThat(database.history()).hasSize(1);
        assertThat(database.executed()).isEmpty();
    }

    @Test
    void a_statement_fails_on_request() {
        try (Session session = database.openSession()) {
            assertThatThrownBy(() -> session.execute(Statement.of("FAIL here")))
                    .isInstanceOf(StatementException.class)
                    .hasMessage("as you wished");
        }
        assertThat(database.executed()).isEmpty();
    }

    @Test
    void a_lock_ends_with_its_session() {
        LockRequest request = new LockRequest(HistoryTable.DEFAULT, "anna");
        try (Session session = database.openSession()) {
            assertThat(database.tryLock(session, request)).isInstanceOf(LockAttempt.Acquired.class);
        }
        try (Session next = database.openSession()) {
            assertThat(database.tryLock(next, request)).isInstanceOf(LockAttempt.Acquired.class);
        }
    }

    @Test
    void it_is_the_same_for_everybody_who_names_it() {
        Database connected = new InMemoryDatabaseAdapter().connect(DatabaseAddress.of("memory:shared"));

        assertThat(connected).isSameAs(InMemoryDatabase.named("shared"));
    }
}

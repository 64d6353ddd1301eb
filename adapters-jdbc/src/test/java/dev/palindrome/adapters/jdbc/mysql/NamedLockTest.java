package dev.palindrome.adapters.jdbc.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Session;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NamedLockTest {
    private final MysqlAdapter adapter = new MysqlAdapter();
    private final String url = MariadbServer.WITH_MARIADB_DRIVER.freshUrl();
    private final Database database = adapter.connect(DatabaseAddress.of(url));
    private final Session session = database.openSession();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void the_loser_is_told_where_the_holder_is() {
        String connection = Sql.value(session, "CONNECTION_ID()");
        try (Lock lock = Sql.lock(database.tryLock(session, Sql.request("jürgen@laptop (process 7)")));
                Session second = database.openSession()) {
            assertThat(((LockAttempt.HeldBy) database.tryLock(second, Sql.request("bert"))).holder())
                    .as(lock.holder())
                    .startsWith(
                            "jürgen@laptop (process 7) (connection " + connection + ", user 'tester', from 127.0.0.1:");
        }
    }

    @Test
    void a_note_that_an_earlier_holder_left_is_not_believed() {
        Sql.lock(database.tryLock(session, Sql.request("anna"))).close();
        try (Session second = database.openSession();
                Session third = database.openSession()) {
            String name = NamedLock.name(
                    new HistoryTable(Optional.of(Sql.value(session, "DATABASE()")), HistoryTable.DEFAULT.name()));
            assertThat(Sql.value(second, "GET_LOCK('" + name + "', 0)")).isEqualTo("1");

            assertThat(((LockAttempt.HeldBy) database.tryLock(third, Sql.request("bert"))).holder())
                    .startsWith("somebody (connection " + Sql.value(second, "CONNECTION_ID()"));
        }
    }

    @Test
    void who_can_write_no_note_gets_the_lock_all_the_same() {
        String readOnly = url + "&sessionVariables=tx_read_only=1";
        try (Database reader = adapter.connect(DatabaseAddress.of(readOnly));
                Session second = reader.openSession();
                Lock lock = Sql.lock(reader.tryLock(second, Sql.request("anna")))) {
            assertThat(((LockAttempt.HeldBy) database.tryLock(session, Sql.request("bert"))).holder())
                    .as(lock.holder())
                    .contains("user 'tester'");
        }
        assertThat(database.inspector().columns(session, Optional.empty(), "palindrome_lock"))
                .isEmpty();
    }

    @Test
    void databases_of_one_server_have_a_lock_each() {
        String elsewhere = MariadbServer.WITH_MARIADB_DRIVER.freshUrl();
        try (Database other = adapter.connect(DatabaseAddress.of(elsewhere));
                Session second = other.openSession();
                Lock here = Sql.lock(database.tryLock(session, Sql.request("anna")));
                Lock there = Sql.lock(other.tryLock(second, Sql.request("bert")))) {
            assertThat(here.holder()).isNotEqualTo(there.holder());
        }
    }

    @Test
    void the_longest_names_have_a_lock_too() {
        String longest = "x".repeat(64);
        MariadbServer.administer("CREATE DATABASE " + longest);
        LockRequest request =
                new LockRequest(new HistoryTable(Optional.of(longest), "y".repeat(64)), "anna@laptop (process 7)");
        try (Lock lock = Sql.lock(database.tryLock(session, request));
                Session second = database.openSession()) {
            assertThat(((LockAttempt.HeldBy) database.tryLock(second, request)).holder())
                    .startsWith(lock.holder());
        }
    }

    @Test
    void the_name_is_the_same_in_all_versions_and_short_enough() {
        assertThat(NamedLock.name(new HistoryTable(Optional.of("shop"), "palindrome_history")))
                .isEqualTo("palindrome_eb0ff96865fe39789564efa3bf669978bb6f4077");
        assertThat(NamedLock.name(new HistoryTable(Optional.of("x".repeat(64)), "y".repeat(64))))
                .hasSizeLessThanOrEqualTo(64);
        assertThat(NamedLock.name(new HistoryTable(Optional.of("a.b"), "c")))
                .isNotEqualTo(NamedLock.name(new HistoryTable(Optional.of("a"), "b.c")));
    }
}

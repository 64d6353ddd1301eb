package dev.palindrome.adapters.jdbc.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostgresqlLockTest {
    private final PostgresqlAdapter adapter = new PostgresqlAdapter();
    private final String url = PostgresqlServer.freshUrl();
    private final Database database = adapter.connect(DatabaseAddress.of(url));
    private final Session session = database.openSession();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void the_loser_is_told_where_the_holder_is() {
        String pid = Sql.value(session, "pg_backend_pid()");
        try (Lock lock = Sql.lock(database.tryLock(session, Sql.request("anna@laptop (process 7)")));
                Session second = database.openSession()) {
            assertThat(database.tryLock(second, Sql.request("bert")))
                    .as(lock.holder())
                    .isEqualTo(new LockAttempt.HeldBy(
                            "anna@laptop (process 7) (server process " + pid + ", user 'postgres', from 127.0.0.1)"));
        }
    }

    @Test
    void a_name_too_long_or_too_foreign_for_the_server_is_cut_not_refused() {
        String name = "jürgen@" + "x".repeat(100);
        try (Lock lock = Sql.lock(database.tryLock(session, Sql.request(name)));
                Session second = database.openSession()) {
            assertThat(lock.holder()).isEqualTo(name);
            assertThat(((LockAttempt.HeldBy) database.tryLock(second, Sql.request("bert"))).holder())
                    .startsWith("j?rgen@xxxxxxxx");
        }
    }

    @Test
    void the_lock_ends_with_the_session_even_if_nobody_closed_it() {
        Lock lock;
        try (Session second = database.openSession()) {
            lock = Sql.lock(database.tryLock(second, Sql.request("anna")));
        }
        Sql.lock(eventually(() -> database.tryLock(session, Sql.request("bert"))))
                .close();
        lock.close();
    }

    /** The server has yet to end the other session. */
    private static LockAttempt eventually(java.util.function.Supplier<LockAttempt> attempts) {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        LockAttempt attempt = attempts.get();
        while (attempt instanceof LockAttempt.HeldBy && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            attempt = attempts.get();
        }
        return attempt;
    }

    @Test
    void an_index_is_built_concurrently_while_others_wait_for_the_lock() throws Exception {
        Sql.run(adapter, session, "CREATE TABLE t AS SELECT generate_series(1, 100000) AS id");
        AtomicBoolean done = new AtomicBoolean();
        try (Lock lock = Sql.lock(database.tryLock(session, Sql.request("anna")));
                Session second = database.openSession()) {
            CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> {
                int attempts = 0;
                while (!done.get()) {
                    assertThat(database.tryLock(second, Sql.request("bert"))).isInstanceOf(LockAttempt.HeldBy.class);
                    attempts++;
                }
                return attempts;
            });
            CompletableFuture<Void> building = CompletableFuture.runAsync(
                    () -> Sql.run(adapter, session, "CREATE INDEX CONCURRENTLY i ON t (id)"));
            building.get(1, TimeUnit.MINUTES);
            done.set(true);

            assertThat(waiting.get(1, TimeUnit.MINUTES))
                    .as("attempts of others than %s", lock.holder())
                    .isPositive();
        }
        assertThat(Sql.value(session, "indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("true");
    }

    @Test
    void the_key_is_the_same_in_all_versions() {
        assertThat(AdvisoryLock.key(new HistoryTable(Optional.of("public"), "palindrome_history")))
                .isEqualTo(7_589_507_998_736_168_584L);
        assertThat(AdvisoryLock.key(new HistoryTable(Optional.of("a.b"), "c")))
                .isNotEqualTo(AdvisoryLock.key(new HistoryTable(Optional.of("a"), "b.c")));
    }
}

package com.example.ignite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lease is worth: it lasts as long as its holder lives, runs out soon afterwards, and nobody writes without it. */
final class LeaseClusterTest {
    private static final LockRequest NEXT = new LockRequest(HistoryTable.DEFAULT, "next@test");

    /** Three times as long as a lease that nobody renews. */
    private static final long LONG_MILLIS = 6_000;

    private final String schema = IgniteSchemas.fresh();
    private final String url = Cluster.running().url(schema);
    private Database database;
    private Session session;
    private Session other;

    @BeforeEach
    void connect() {
        database = new IgniteAdapter().connect(DatabaseAddress.of(url));
        session = database.openSession();
        other = database.openSession();
    }

    @AfterEach
    void close() {
        session.close();
        other.close();
        database.close();
    }

    @Test
    void a_paused_holder_loses_it_and_its_fence_changes_nothing_when_it_wakes() throws Exception {
        Process holder = startHolder();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("ready");
            assertThat(fenceOf(holder, said)).isEqualTo("1");
            assertThat(database.tryLock(session, NEXT))
                    .isInstanceOfSatisfying(
                            LockAttempt.HeldBy.class,
                            held -> assertThat(held.holder()).isEqualTo(Holder.NAME));

            signal(holder, "STOP");
            Lock lock = acquired();
            signal(holder, "CONT");

            assertThat(fenceOf(holder, said)).isEqualTo("0");
            assertThat(session.execute(lock.fence().orElseThrow())).isEqualTo(1);
            lock.close();
        } finally {
            holder.destroyForcibly().onExit().join();
        }
    }

    @Test
    void a_holder_that_lives_keeps_it() throws Exception {
        try (Lock lock = acquired()) {
            assertNobodyElseGetsItForLong();
            assertThat(session.execute(lock.fence().orElseThrow())).isEqualTo(1);
        }
    }

    @Test
    void nobody_else_gets_it_while_a_transaction_is_open_that_it_guards() throws Exception {
        try (Lock lock = acquired()) {
            session.begin();
            assertThat(session.execute(lock.fence().orElseThrow())).isEqualTo(1);
            assertNobodyElseGetsItForLong();
            assertThat(session.execute(lock.fence().orElseThrow())).isEqualTo(1);
            session.commit();
            assertNobodyElseGetsItForLong();
        }
    }

    @Test
    void a_transaction_that_took_too_long_is_not_said_to_be_committed() throws Exception {
        session.execute("CREATE TABLE thing (id integer PRIMARY KEY)");
        try (Database hurried = new IgniteAdapter().connect(DatabaseAddress.of(url + "?timeout=1"));
                Session slow = hurried.openSession()) {
            slow.begin();
            slow.execute("INSERT INTO thing VALUES (1)");
            waitUntilNothingIsLocked();

            assertThatThrownBy(slow::commit).isInstanceOf(StatementException.class);
        }
        assertThat(session.query("SELECT id FROM thing WHERE id = 1")).isEmpty();
    }

    /** The table is locked until Ignite has rolled the slow transaction back; this one comes after it. */
    private void waitUntilNothingIsLocked() {
        session.execute("INSERT INTO thing VALUES (1)");
        session.execute("DELETE FROM thing WHERE id = 1");
    }

    @Test
    void a_transaction_in_which_a_statement_failed_is_not_said_to_be_committed() {
        session.execute("CREATE TABLE thing (id integer PRIMARY KEY)");
        session.begin();
        session.execute("INSERT INTO thing VALUES (1)");
        assertThatThrownBy(() -> session.execute(Statement.of("INSERT INTO thing VALUES (1)")))
                .isInstanceOf(StatementException.class);

        assertThatThrownBy(() -> session.commit())
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("rolled back");
        assertThat(session.query("SELECT id FROM thing")).isEmpty();
    }

    private void assertNobodyElseGetsItForLong() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS);
        while (System.nanoTime() < end) {
            assertThat(database.tryLock(other, new LockRequest(HistoryTable.DEFAULT, "other@test")))
                    .isInstanceOfSatisfying(
                            LockAttempt.HeldBy.class,
                            held -> assertThat(held.holder()).isEqualTo(NEXT.holder()));
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Lock acquired() throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (true) {
            if (database.tryLock(session, NEXT) instanceof LockAttempt.Acquired acquired) {
                return acquired.lock();
            }
            assertThat(System.nanoTime()).isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Process startHolder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String fenceOf(Process holder, BufferedReader said) throws IOException {
        holder.getOutputStream().write('\n');
        holder.getOutputStream().flush();
        return said.readLine();
    }

    private static void signal(Process process, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}

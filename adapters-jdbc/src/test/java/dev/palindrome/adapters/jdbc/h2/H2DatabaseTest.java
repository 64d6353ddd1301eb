package dev.palindrome.adapters.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.jdbc.LendingDataSource;
import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.adapters.jdbc.TestFolders;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class H2DatabaseTest {
    private static final String TIME_ZONE =
            "SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'TIME ZONE'";

    private final H2Adapter adapter = new H2Adapter();
    private final Path folder = TestFolders.fresh();

    private Database database(String url) {
        return adapter.connect(DatabaseAddress.of(url));
    }

    private static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Test
    void looking_at_a_database_that_is_not_there_leaves_nothing_behind() {
        try (Database database = database("jdbc:h2:file:" + folder.resolve("shop") + ";MODE=MySQL");
                Session session = database.openSession()) {
            assertThat(database.history(HistoryTable.DEFAULT).read(session)).isEmpty();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_first_write_makes_the_database_with_the_settings_of_its_url() {
        String url = "jdbc:h2:" + folder.resolve("shop") + ";INIT=CREATE SCHEMA IF NOT EXISTS app\\;SET SCHEMA app";
        try (Database database = database(url);
                Session session = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            assertThat(history.read(session)).isEmpty();
            assertThat(folder).isEmptyDirectory();
            history.create().forEach(session::execute);

            assertThat(Sql.value(session, "count(*) FROM APP.\"palindrome_history\""))
                    .isEqualTo("0");
        }
        assertThat(folder.resolve("shop.mv.db")).exists();
    }

    @Test
    void who_lost_the_lock_unnoticed_finds_out_once_another_has_it() {
        try (Database database = database(memory());
                Session worker = database.openSession();
                Session next = database.openSession()) {
            Lock lost = acquired(database, worker, "anna");
            assertThat(worker.execute(lost.fence().orElseThrow())).isEqualTo(1);
            next.query(dev.palindrome.spi.Statement.of("SELECT ABORT_SESSION(session_id) FROM"
                    + " information_schema.sessions WHERE session_id NOT IN (SESSION_ID(), " + id(worker) + ")"));
            worker.begin();
            assertThat(worker.execute(lost.fence().orElseThrow())).isEqualTo(1);

            assertThat(database.tryLock(next, new LockRequest(HistoryTable.DEFAULT, "bert")))
                    .as("while a transaction is open that has proved it")
                    .isEqualTo(new LockAttempt.HeldBy("somebody who has lost the lock within a transaction"));
            worker.commit();
            Lock taken = acquired(database, next, "bert");

            assertThat(worker.execute(lost.fence().orElseThrow())).isZero();
            assertThat(next.execute(taken.fence().orElseThrow())).isEqualTo(1);
            lost.close();
            assertThat(next.execute(taken.fence().orElseThrow())).isEqualTo(1);
            taken.close();
            assertThat(next.execute(taken.fence().orElseThrow())).isZero();
        }
    }

    private static Lock acquired(Database database, Session session, String holder) {
        return ((LockAttempt.Acquired) database.tryLock(session, new LockRequest(HistoryTable.DEFAULT, holder))).lock();
    }

    private static String id(Session session) {
        return Sql.value(session, "SESSION_ID()");
    }

    @Test
    void an_error_leaves_no_trace_file_beside_the_database() {
        String url = "jdbc:h2:" + folder.resolve("shop");

        makeAnError(url);

        assertThat(folder.toFile().list()).containsExactly("shop.mv.db");
    }

    @Test
    void who_wants_a_trace_file_gets_it() {
        makeAnError("jdbc:h2:" + folder.resolve("shop") + ";trace_level_file=1");

        assertThat(folder.resolve("shop.trace.db")).exists();
    }

    @Test
    void who_may_not_say_what_is_traced_works_all_the_same() throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("shop");
        try (Connection owner = DriverManager.getConnection(url, "owner", "");
                Statement statement = owner.createStatement()) {
            // H2's message has this password in it, and so isn't passed on as a cause
            statement.execute("CREATE USER anna PASSWORD 'e'");
            statement.execute("GRANT ALTER ANY SCHEMA TO anna");
        }
        try (Database database = adapter.connect(address(url, "e"));
                Session session = database.openSession();
                Lock lock = Sql.lock(database.tryLock(session, Sql.request("anna")))) {
            assertThat(lock.holder()).isEqualTo("anna");
            assertThat(Sql.value(session, "CURRENT_USER")).isEqualTo("ANNA");
        }
    }

    @Test
    void what_a_server_traces_is_left_to_it() {
        assertThat(H2Url.untraced("jdbc:h2:tcp://localhost/shop")).isEqualTo("jdbc:h2:tcp://localhost/shop");
        assertThat(H2Url.untraced("jdbc:h2:ssl://localhost/shop")).isEqualTo("jdbc:h2:ssl://localhost/shop");
    }

    private void makeAnError(String url) {
        try (Database database = database(url);
                Session session = database.openSession();
                Lock lock = Sql.lock(database.tryLock(session, Sql.request("anna")))) {
            assertThat(lock.holder()).isEqualTo("anna");
            assertThatThrownBy(() -> Sql.run(adapter, session, "INSERT INTO nowhere VALUES (1)"))
                    .isInstanceOf(StatementException.class);
        }
    }

    @Test
    void a_history_entry_lands_in_its_schema_whatever_the_migration_does() {
        try (Database database = database(memory());
                Session session = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            assertThat(history.read(session)).isEmpty();
            history.create().forEach(session::execute);
            String zone = Sql.value(session, TIME_ZONE);
            Sql.run(
                    adapter,
                    session,
                    "CREATE SCHEMA other; SET SCHEMA other; SET LOCK_TIMEOUT 7; SET TIME ZONE '-05:00';"
                            + " CREATE TABLE t (a int)");

            session.execute(history.insert(Sql.entry("1")));
            session.restore();

            assertThat(Sql.value(session, TIME_ZONE)).isEqualTo(zone);

            assertThat(Sql.value(session, "CURRENT_SCHEMA || LOCK_TIMEOUT()")).isEqualTo("PUBLIC2000");
            assertThat(Sql.value(session, "CURRENT_PATH")).isEmpty();
            assertThat(history.read(session).orElseThrow()).hasSize(1);
        }
    }

    @Test
    void what_a_script_sets_ends_with_it() {
        try (Database database = database(memory());
                Session session = database.openSession()) {
            String before = Sql.value(session, "CURRENT_PATH");
            for (String setting : List.of(
                    "CREATE SCHEMA other; SET SCHEMA_SEARCH_PATH other, PUBLIC",
                    "SET QUERY_TIMEOUT 7",
                    "EXECUTE IMMEDIATE 'SET SCHEMA other'")) {
                Sql.run(adapter, session, setting);
            }
            session.query(dev.palindrome.spi.Statement.of("CALL SET(@x, ?)", 1));

            session.restore();

            assertThat(Sql.value(session, "CURRENT_SCHEMA")).isEqualTo("PUBLIC");
            assertThat(Sql.value(session, "CURRENT_PATH")).isEqualTo(before);
            assertThat(Sql.value(session, TIME_ZONE.replace("TIME ZONE", "QUERY_TIMEOUT")))
                    .isEqualTo("0");
        }
    }

    @Test
    void a_row_that_somebody_spoiled_is_a_clear_error() {
        try (Database database = database(memory());
                Session session = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            assertThat(history.read(session)).isEmpty();
            history.create().forEach(session::execute);
            session.execute(history.insert(Sql.entry("1")));
            Sql.run(adapter, session, "UPDATE \"palindrome_history\" SET ran_on = 'yesterday'");

            assertThatThrownBy(() -> history.read(session))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("[history/spoiled] The history 'PUBLIC.palindrome_history' has a row that"
                            + " can't be read, the one with the sequence 1: Text 'yesterday'");
        }
    }

    @Test
    void a_wrong_password_is_a_login_error_without_the_password() {
        String url = "jdbc:h2:" + folder.resolve("shop");
        try (Database database = adapter.connect(address(url, "right"));
                Session session = database.openSession()) {
            Sql.run(adapter, session, "CREATE TABLE t (a int)");
        }
        try (Database database = adapter.connect(address(url, "s3cret"))) {
            assertThatThrownBy(database::openSession)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("[database/login] The database at " + url
                            + " refused the login of 'anna': Wrong user" + " name or password")
                    .hasMessageEndingWith("Check the user and the password in the configuration.")
                    .hasMessageNotContaining("s3cret");
        }
    }

    private static DatabaseAddress address(String url, String password) {
        return new DatabaseAddress(url, Optional.of("anna"), Optional.of(password), Optional.empty());
    }

    @Test
    void a_file_that_another_process_has_open_is_in_use() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("shop");
        try (Database database = database(url);
                Session session = database.openSession()) {
            Sql.run(adapter, session, "CREATE TABLE t (a int)");
        }
        try (FileChannel file = FileChannel.open(folder.resolve("shop.mv.db"), StandardOpenOption.WRITE);
                FileLock held = file.lock();
                Database database = database(url)) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(database::openSession)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.DATABASE_IN_USE))
                    .hasMessageContaining("is in use by another process, which shares it with nobody");
        }
    }

    @Test
    void each_connection_to_memory_without_a_name_is_alone() {
        try (Database database = database("jdbc:h2:mem:");
                Session session = database.openSession();
                Session other = database.openSession();
                Lock lock = Sql.lock(database.tryLock(session, Sql.request("anna")))) {
            Sql.run(adapter, session, "CREATE TABLE t (a int)");

            assertThat(Sql.lock(database.tryLock(other, Sql.request("bert"))).holder())
                    .isNotEqualTo(lock.holder());
            assertThat(database.inspector().columns(other, Optional.empty(), "T"))
                    .isEmpty();
        }
    }

    @Test
    void the_lock_stays_while_the_holder_changes_the_schema() {
        try (Database database = database(memory());
                Session session = database.openSession();
                Session other = database.openSession();
                Lock lock = Sql.lock(database.tryLock(session, Sql.request("anna")))) {
            Sql.run(adapter, session, "CREATE TABLE t (a int); ALTER TABLE t ADD b int; DROP TABLE t; CREATE SCHEMA s");

            assertThat(database.tryLock(other, Sql.request("bert"))).isEqualTo(new LockAttempt.HeldBy(lock.holder()));
        }
    }

    @Test
    void a_pool_with_two_connections_is_enough_and_gets_both_back() throws SQLException {
        String url = memory();
        try (LendingDataSource pool = new LendingDataSource(url, 2)) {
            pool.look().setAutoCommit(false);
            try (Database database = adapter.connect(DatabaseAddress.of(pool, url));
                    Session session = database.openSession();
                    Lock lock = Sql.lock(database.tryLock(session, Sql.request("anna")))) {
                assertThat(lock.holder()).isEqualTo("anna");
            }
            assertThat(pool.isComplete()).isTrue();
            try (Database database = adapter.connect(DatabaseAddress.of(pool, url));
                    Session session = database.openSession()) {
                Sql.lock(database.tryLock(session, Sql.request("bert"))).close();
            }
        }
    }

    @Test
    void a_pool_with_one_connection_is_an_error_and_no_deadlock() throws SQLException {
        String url = memory();
        try (LendingDataSource pool = new LendingDataSource(url, 1)) {
            try (Database database = adapter.connect(DatabaseAddress.of(pool, url));
                    Session session = database.openSession()) {
                assertThatThrownBy(() -> database.tryLock(session, Sql.request("anna")))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("let the pool have two or more");
            }
        }
    }

    @Test
    void the_message_of_an_error_is_the_databases_without_the_statement() {
        try (Database database = database(memory());
                Session session = database.openSession()) {
            assertThatThrownBy(() -> Sql.run(adapter, session, "INSERT INTO nowhere\nVALUES (1)"))
                    .isInstanceOf(StatementException.class)
                    .hasMessageMatching("Table \"NOWHERE\" not found \\(this database is empty\\) \\[42104-\\d+]");
        }
    }

    @Test
    void an_entry_written_as_previews_show_it_is_the_same_entry() {
        try (Database database = database(memory());
                Session session = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            assertThat(history.read(session)).isEmpty();
            history.create().forEach(session::execute);
            Sql.run(adapter, session, adapter.dialect().inline(history.insert(Sql.entry("it's ? \\"))));

            assertThat(history.read(session).orElseThrow().get(0))
                    .usingRecursiveComparison()
                    .ignoringFields("sequence")
                    .isEqualTo(Sql.entry("it's ? \\"));
        }
    }
}

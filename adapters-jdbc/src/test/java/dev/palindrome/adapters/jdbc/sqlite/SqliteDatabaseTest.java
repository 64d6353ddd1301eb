package dev.palindrome.adapters.jdbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.adapters.jdbc.TestFolders;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class SqliteDatabaseTest {
    private final SqliteAdapter adapter = new SqliteAdapter();
    private final Path folder = TestFolders.fresh();
    private final Path file = folder.resolve("shop.db");

    private Database database(String suffix) {
        return adapter.connect(DatabaseAddress.of("jdbc:sqlite:" + suffix));
    }

    @Test
    void looking_at_a_database_that_is_not_there_leaves_nothing_behind() {
        try (Database database = database(file.toString());
                Session session = database.openSession()) {
            assertThat(database.history(HistoryTable.DEFAULT).read(session)).isEmpty();
            session.rollback();
            session.restore();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_first_write_makes_the_database() {
        try (Database database = database(file.toString());
                Session session = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            assertThat(history.read(session)).isEmpty();
            session.begin();
            history.create().forEach(session::execute);
            session.commit();
            assertThat(history.read(session)).isPresent();
        }

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void a_file_that_somebody_has_to_himself_is_in_use_until_he_is_done() throws SQLException {
        try (Database database = database(file + "?busy_timeout=20");
                Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            holder.createStatement().execute("CREATE TABLE a (id integer)");
            holder.createStatement().execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(database::openSession)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.DATABASE_IN_USE));
            holder.createStatement().execute("COMMIT");

            database.openSession().close();
        }
    }

    @Test
    void a_database_that_somebody_else_made_meanwhile_is_seen() {
        try (Database database = database(file.toString());
                Session early = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            assertThat(history.read(early)).isEmpty();
            try (Session other = database.openSession()) {
                history.create().forEach(other::execute);
                other.execute(history.insert(Sql.entry("1")));
            }

            assertThat(history.read(early).orElseThrow()).hasSize(1);
        }
    }

    @Test
    void a_missing_folder_is_not_created() {
        Path missing = folder.resolve("no such folder");
        try (Database database = database(missing.resolve("shop.db").toString())) {
            assertThatThrownBy(database::openSession)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.DATABASE_UNREACHABLE))
                    .hasMessage("[database/unreachable] There is no folder '" + missing + "' for the database at"
                            + " jdbc:sqlite:" + missing.resolve("shop.db") + ". Create it, or correct the URL.");
        }
        assertThat(missing).doesNotExist();
    }

    @Test
    void a_folder_in_its_place_is_unreachable() {
        try (Database database = database(folder.toString())) {
            assertThatThrownBy(database::openSession)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("There is no connection to the database at jdbc:sqlite:" + folder);
        }
    }

    @Test
    void something_else_in_its_place_is_refused_in_the_databases_own_words() throws IOException {
        Files.writeString(file, "this is a letter to my aunt, and no database. ".repeat(100));
        try (Database database = database(file.toString());
                Session session = database.openSession()) {
            assertThatThrownBy(() -> database.history(HistoryTable.DEFAULT).read(session))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("file is not a database");
        }
        assertThat(file).content().startsWith("this is a letter");
    }

    @Test
    void a_database_that_may_only_be_read_refuses_to_be_written_in_its_own_words() {
        try (Database database = database(file.toString());
                Session session = database.openSession()) {
            Sql.run(adapter, session, "CREATE TABLE t (a)");
        }
        try (Database database = database("file:" + file + "?mode=ro");
                Session session = database.openSession()) {
            assertThat(database.history(HistoryTable.DEFAULT).read(session)).isEmpty();
            session.begin();
            assertThatThrownBy(() -> Sql.run(adapter, session, "CREATE TABLE u (a)"))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("attempt to write a readonly database");
            session.rollback();
        }
    }

    @Test
    void what_pragmas_changed_is_put_back_and_what_was_attached_is_detached() {
        try (Database database = database(file + "?foreign_keys=on&busy_timeout=1234");
                Session session = database.openSession()) {
            Sql.run(adapter, session, "CREATE TABLE t (a)");
            session.restore();
            Sql.run(adapter, session, "-- first\nPRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 1");
            Sql.run(adapter, session, "PRAGMA query_only = ON; PRAGMA synchronous = OFF");
            Sql.run(adapter, session, "ATTACH '" + folder.resolve("other.db") + "' AS other");
            session.restore();

            assertThat(Sql.value(session, "foreign_keys FROM pragma_foreign_keys"))
                    .isEqualTo("1");
            assertThat(Sql.value(session, "timeout FROM pragma_busy_timeout")).isEqualTo("1234");
            assertThat(Sql.value(session, "query_only FROM pragma_query_only")).isEqualTo("0");
            assertThat(Sql.value(session, "synchronous FROM pragma_synchronous"))
                    .isEqualTo("2");
            assertThat(Sql.value(session, "group_concat(name) FROM pragma_database_list"))
                    .isEqualTo("main");
        }
    }

    @Test
    void sessions_wait_for_one_another_for_a_while() {
        try (Database database = database(file.toString());
                Session session = database.openSession()) {
            Sql.run(adapter, session, "CREATE TABLE t (a)");

            assertThat(Sql.value(session, "timeout FROM pragma_busy_timeout")).isEqualTo("10000");
        }
    }

    @Test
    void a_transaction_has_the_right_to_write_from_its_beginning() {
        try (Database database = database(file + "?busy_timeout=1");
                Session first = database.openSession();
                Session second = database.openSession()) {
            Sql.run(adapter, first, "CREATE TABLE t (a)");
            first.begin();

            assertThatThrownBy(second::begin)
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("database is locked");
            first.rollback();
            second.begin();
            second.commit();
        }
    }

    @Test
    void a_commit_that_the_database_refuses_fails_and_nothing_stays() {
        try (Database database = database(file + "?foreign_keys=on");
                Session session = database.openSession()) {
            Sql.run(adapter, session, """
                    CREATE TABLE t (id integer PRIMARY KEY);
                    CREATE TABLE u (t integer REFERENCES t DEFERRABLE INITIALLY DEFERRED);
                    """);
            session.begin();
            Sql.run(adapter, session, "INSERT INTO u VALUES (1)");
            assertThatThrownBy(session::commit)
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("FOREIGN KEY constraint failed");

            session.begin();
            session.commit();
            assertThat(Sql.value(session, "count(*) FROM u")).isEqualTo("0");
        }
    }

    @Test
    void a_statement_that_returns_rows_is_run_to_its_end() {
        try (Database database = database(":memory:");
                Session session = database.openSession()) {
            Sql.run(adapter, session, "CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (-9223372036854775808)");

            assertThatThrownBy(() -> session.execute(Statement.of("SELECT abs(a) FROM t")))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("integer overflow");
            Sql.run(adapter, session, "DELETE FROM t RETURNING a; PRAGMA table_info(t)");
            assertThat(Sql.value(session, "count(*) FROM t")).isEqualTo("0");
        }
    }

    @Test
    void triggers_run_as_one_statement() {
        try (Database database = database(":memory:");
                Session session = database.openSession()) {
            Sql.run(adapter, session, """
                    CREATE TABLE t (a); CREATE TABLE log (a);
                    CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); DELETE FROM t; END;
                    INSERT INTO t VALUES (7);
                    """);

            assertThat(Sql.value(session, "a FROM log")).isEqualTo("7");
        }
    }
}

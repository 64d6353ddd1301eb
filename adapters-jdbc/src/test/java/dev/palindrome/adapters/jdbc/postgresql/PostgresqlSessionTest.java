package dev.palindrome.adapters.jdbc.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.sql.Connection;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresqlSessionTest {
    private final PostgresqlAdapter adapter = new PostgresqlAdapter();
    private final Database database = adapter.connect(DatabaseAddress.of(PostgresqlServer.freshUrl()));
    private Session session;

    @BeforeEach
    void open() {
        session = database.openSession();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void operators_and_casts_that_look_like_parameters_are_the_servers() {
        assertThat(Sql.value(session, "'{\"a\": 1}'::jsonb ? 'a'")).isEqualTo("true");
        Sql.run(
                adapter,
                session,
                "CREATE TABLE t (j jsonb CHECK (j ? 'a' AND NOT j ?| '{b,c}'), d text DEFAULT '{fn now()}')");
        Sql.run(adapter, session, "INSERT INTO t (j) VALUES ('{\"a\": \":x <y> ${z}\"}'::jsonb)");

        assertThat(Sql.value(session, "d || (j->>'a') FROM t")).isEqualTo("{fn now()}:x <y> ${z}");
    }

    @Test
    void escapes_of_jdbc_are_not_rewritten_into_sql() {
        String body = "{fn now()} {d '2026-01-01'} {ts x}";
        Sql.run(adapter, session, "CREATE TABLE t AS SELECT $x$" + body + "$x$ AS b");

        assertThat(Sql.value(session, "b FROM t")).isEqualTo(body);
        assertThatThrownBy(() -> Sql.run(adapter, session, "SELECT {fn now()}"))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("syntax error at or near \"{\"");
    }

    @Test
    void what_the_server_says_about_an_error_is_kept_whole() {
        Sql.run(adapter, session, "CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1)");

        assertThatThrownBy(() -> Sql.run(adapter, session, "INSERT INTO t VALUES (1)"))
                .isInstanceOfSatisfying(
                        StatementException.class, e -> assertThat(e.sqlState()).contains("23505"))
                .hasMessageContaining("duplicate key value violates unique constraint")
                .hasMessageContaining("Detail: Key (id)=(1) already exists.");
        assertThatThrownBy(() -> Sql.run(adapter, session, "SELECT idd FROM t"))
                .hasMessageContaining("column \"idd\" does not exist")
                .hasMessageContaining("Hint: Perhaps you meant to reference the column \"t.id\".")
                .hasMessageContaining("Position: 8");
    }

    @Test
    void a_commit_that_the_server_refuses_fails_and_nothing_stays() {
        Sql.run(adapter, session, """
                CREATE TABLE t (id int PRIMARY KEY);
                CREATE TABLE u (t int REFERENCES t DEFERRABLE INITIALLY DEFERRED);
                """);
        session.begin();
        Sql.run(adapter, session, "INSERT INTO u VALUES (1)");

        assertThatThrownBy(session::commit)
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("violates foreign key constraint");
        session.begin();
        session.commit();
        assertThat(Sql.value(session, "count(*) FROM u")).isEqualTo("0");
    }

    @Test
    void a_transaction_that_failed_is_not_committed_silently() {
        session.begin();
        Sql.run(adapter, session, "CREATE TABLE t (id int)");
        assertThatThrownBy(() -> Sql.run(adapter, session, "SELECT 1/0")).isInstanceOf(StatementException.class);

        assertThatThrownBy(session::commit).isInstanceOf(StatementException.class);
        assertThat(Sql.value(session, "to_regclass('t')")).isEqualTo("null");
    }

    @Test
    void a_session_that_the_server_ended_is_lost() {
        session.begin();
        try (Session administrator = database.openSession()) {
            String pid = Sql.value(session, "pg_backend_pid()");
            assertThat(Sql.value(administrator, "pg_terminate_backend(" + pid + ")"))
                    .isEqualTo("true");
        }

        assertThatThrownBy(() -> session.execute(Statement.of("CREATE TABLE t (id int)")))
                .isInstanceOfSatisfying(
                        StatementException.class,
                        e -> assertThat(e.isConnectionLost()).isTrue());
        session.rollback();
        assertThatThrownBy(session::begin)
                .isInstanceOfSatisfying(
                        StatementException.class,
                        e -> assertThat(e.isConnectionLost()).isTrue());
    }

    @Test
    void a_statement_that_returns_rows_is_run_to_its_end() {
        Sql.run(adapter, session, "CREATE TABLE t (id int)");
        assertThat(session.execute(Statement.of("INSERT INTO t SELECT generate_series(1, 500) RETURNING id")))
                .isZero();
        Sql.run(adapter, session, "VALUES (1), (2)");

        assertThat(session.execute(Statement.of("DELETE FROM t WHERE id <= 300")))
                .isEqualTo(300);
    }

    @Test
    void concurrent_indexes_are_built_outside_a_transaction() {
        Sql.run(adapter, session, "CREATE TABLE t (id int); CREATE INDEX CONCURRENTLY i ON t (id)");

        assertThat(Sql.value(session, "indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("true");
    }

    @Test
    void java_code_gets_the_connection_and_the_handle() {
        assertThat(session.unwrap(Connection.class)).isPresent();
        assertThat(session.unwrap(Handle.class)).isPresent();
        assertThat(session.unwrap(org.postgresql.PGConnection.class)).isPresent();
    }

    @Test
    void what_java_code_sets_on_the_connection_is_restored_too() throws Exception {
        Connection connection = session.unwrap(Connection.class).orElseThrow();
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
        }
        session.restore();

        assertThat(Sql.value(session, "current_schema()")).isEqualTo("public");
    }

    @Test
    void an_entry_written_as_previews_show_it_is_the_same_entry() {
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

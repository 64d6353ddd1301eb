package dev.palindrome.adapters.jdbc.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.jdbc.LendingDataSource;
import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What migrations set on the session: the history lands in its place all the same, and the next one finds it undone. */
final class PostgresqlSettingsTest {
    private final PostgresqlAdapter adapter = new PostgresqlAdapter();
    private final String url = PostgresqlServer.freshUrl();

    @TestFactory
    Stream<DynamicTest> a_history_entry_lands_in_its_schema_whatever_the_migration_does_to_the_search_path() {
        return Stream.of(
                        "SELECT pg_catalog.set_config('search_path', '', false)",
                        "SET search_path TO other, public",
                        "SET LOCAL search_path = other",
                        "SET search_path = ''",
                        "SET ROLE nobody_special",
                        "DO $$ BEGIN PERFORM set_config('search_path', 'other', false); END $$",
                        "CREATE TEMP TABLE palindrome_history (x int)")
                .map(setting -> DynamicTest.dynamicTest(setting, () -> landsInPublicAfter(setting)));
    }

    @Test
    void connections_to_several_schemas_have_a_history_each() throws SQLException {
        Iterator<String> tenants = List.of("anna", "bert", "anna").iterator();
        try (LendingDataSource pool = new LendingDataSource(url, 1);
                Statement statement = pool.look().createStatement();
                Database database = adapter.connect(DatabaseAddress.of(pool, url))) {
            statement.execute("CREATE SCHEMA anna; CREATE SCHEMA bert");
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            for (boolean first : new boolean[] {true, true, false}) {
                statement.execute("SET search_path = " + tenants.next());
                try (Session session = database.openSession()) {
                    assertThat(history.read(session).isEmpty()).isEqualTo(first);
                    if (first) {
                        history.create().forEach(session::execute);
                    }
                }
            }
        }
    }

    private void landsInPublicAfter(String setting) {
        try (Database database = adapter.connect(DatabaseAddress.of(PostgresqlServer.freshUrl()));
                Session session = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            Sql.run(adapter, session, "CREATE SCHEMA other; CREATE TABLE other.palindrome_history (x int)");
            Sql.run(
                    adapter,
                    session,
                    "DO $$ BEGIN CREATE ROLE nobody_special; EXCEPTION WHEN duplicate_object THEN END $$");
            assertThat(history.read(session)).isEmpty();
            history.create().forEach(session::execute);
            Sql.run(adapter, session, "GRANT ALL ON SCHEMA public TO nobody_special");
            Sql.run(adapter, session, "GRANT ALL ON palindrome_history TO nobody_special");
            Sql.run(adapter, session, "GRANT ALL ON SEQUENCE palindrome_history_sequence_seq TO nobody_special");

            session.begin();
            Sql.run(adapter, session, setting);
            session.execute(history.insert(Sql.entry("1")));
            session.commit();
            session.restore();

            assertThat(Sql.value(session, "current_schema() || ' ' || (current_user = session_user)"))
                    .isEqualTo("public true");
            assertThat(Sql.value(session, "count(*) FROM public.palindrome_history"))
                    .isEqualTo("1");
            assertThat(history.read(session).orElseThrow()).hasSize(1);
        }
    }

    @Test
    void restoring_goes_back_to_what_the_url_set() {
        String withOptions = url + "&options=-c%20statement_timeout=54321%20-c%20search_path=pg_catalog";
        try (Database database = adapter.connect(DatabaseAddress.of(withOptions));
                Session session = database.openSession()) {
            Sql.run(
                    adapter,
                    session,
                    "SET statement_timeout = 1000; SET search_path = public; SET TIME ZONE 'Asia/Tokyo'");
            session.restore();

            assertThat(Sql.value(session, "current_setting('statement_timeout')"))
                    .isEqualTo("54321ms");
            assertThat(Sql.value(session, "current_setting('search_path')")).isEqualTo("pg_catalog");
            assertThat(Sql.value(session, "current_setting('TimeZone')")).isNotEqualTo("Asia/Tokyo");
        }
    }

    @Test
    void restoring_keeps_the_holders_name_on_the_session() {
        try (Database database = adapter.connect(DatabaseAddress.of(url));
                Session session = database.openSession()) {
            assertThat(Sql.value(session, "current_setting('application_name')"))
                    .isEqualTo("palindrome");
            LockAttempt attempt = database.tryLock(session, Sql.request("anna@laptop"));
            Sql.run(adapter, session, "SET application_name = 'something else'; RESET ALL");
            session.restore();

            assertThat(Sql.value(session, "current_setting('application_name')"))
                    .isEqualTo("palindrome anna@laptop");
            assertThat(Sql.value(session, "current_setting('client_connection_check_interval')"))
                    .isEqualTo("500ms");
            Sql.lock(attempt).close();
        }
    }

    @Test
    void restoring_does_not_speak_to_the_server_unless_something_can_have_changed() {
        try (Database database = adapter.connect(DatabaseAddress.of(url));
                Session session = database.openSession();
                Session observer = database.openSession()) {
            String pid = Sql.value(session, "pg_backend_pid()");
            session.restore();
            Sql.run(adapter, session, "CREATE TABLE a (b int); INSERT INTO a VALUES (1); UPDATE a SET b = 2");
            session.restore();
            assertThat(lastQuery(observer, pid)).isEqualTo("UPDATE a SET b = 2");

            Sql.run(adapter, session, "/* now */ SET search_path = pg_catalog");
            session.restore();
            assertThat(lastQuery(observer, pid)).isEqualTo("RESET ALL");
        }
    }

    private static String lastQuery(Session observer, String pid) {
        return Sql.value(observer, "query FROM pg_stat_activity WHERE pid = " + pid)
                .strip();
    }

    @Test
    void a_lent_connection_goes_back_as_it_came() throws SQLException {
        try (LendingDataSource pool = new LendingDataSource(url, 1);
                Statement prepare = pool.look().createStatement()) {
            prepare.execute("SET search_path = pg_catalog; SET app.tenant = 'blue'; SET statement_timeout = 7000");
            pool.look().setAutoCommit(false);
            try (Database database = adapter.connect(DatabaseAddress.of(pool, url));
                    Session session = database.openSession()) {
                LockAttempt attempt = database.tryLock(
                        session, new LockRequest(new HistoryTable(Optional.of("public"), "history"), "anna@laptop"));
                session.begin();
                Sql.run(adapter, session, "SET search_path = public; SET lock_timeout = 5; SET statement_timeout = 6");
                session.commit();
                session.restore();
                assertThat(settings(session)).isEqualTo("pg_catalog|blue|7s|0|palindrome anna@laptop");
                Sql.lock(attempt).close();
                Sql.run(adapter, session, "SET lock_timeout = 5; BEGIN; CREATE TABLE public.half_done (x int)");
            }

            assertThat(pool.isComplete()).isTrue();
            Connection back = pool.look();
            assertThat(back.getAutoCommit()).isFalse();
            back.rollback();
            back.setAutoCommit(true);
            try (Database database = adapter.connect(DatabaseAddress.of(pool, url));
                    Session session = database.openSession()) {
                assertThat(settings(session)).isEqualTo("pg_catalog|blue|7s|0|PostgreSQL JDBC Driver");
                assertThat(Sql.value(session, "to_regclass('public.half_done')"))
                        .isEqualTo("null");
                assertThat(Sql.value(session, "count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                        .isEqualTo("0");
            }
        }
    }

    private static String settings(Session session) {
        return Sql.value(
                session,
                "concat_ws('|', current_setting('search_path'), current_setting('app.tenant'),"
                        + " current_setting('statement_timeout'), current_setting('lock_timeout'),"
                        + " current_setting('application_name'))");
    }

    @Test
    void tenants_in_schemas_of_one_database_have_histories_and_locks_of_their_own() {
        try (Database blue = adapter.connect(DatabaseAddress.of(url + "&currentSchema=blue"));
                Database green = adapter.connect(DatabaseAddress.of(url + "&currentSchema=green"));
                Session inBlue = blue.openSession();
                Session inGreen = green.openSession()) {
            Sql.run(adapter, inBlue, "CREATE SCHEMA blue; CREATE SCHEMA green");
            HistoryStore history = blue.history(HistoryTable.DEFAULT);
            assertThat(history.read(inBlue)).isEmpty();
            history.create().forEach(inBlue::execute);

            assertThat(green.history(HistoryTable.DEFAULT).read(inGreen)).isEmpty();
            LockAttempt first = blue.tryLock(inBlue, Sql.request("anna"));
            LockAttempt second = green.tryLock(inGreen, Sql.request("bert"));
            Sql.lock(second).close();
            Sql.lock(first).close();
        }
    }

    @Test
    void a_history_that_only_the_rest_of_the_search_path_leads_to_is_not_taken_silently() {
        try (Database before = adapter.connect(DatabaseAddress.of(url));
                Session session = before.openSession()) {
            HistoryStore history = before.history(HistoryTable.DEFAULT);
            assertThat(history.read(session)).isEmpty();
            history.create().forEach(session::execute);
            Sql.run(adapter, session, "CREATE SCHEMA postgres"); // the user's name, which "$user" finds first
        }
        try (Database after = adapter.connect(DatabaseAddress.of(url));
                Session session = after.openSession()) {
            assertThatThrownBy(() -> after.history(HistoryTable.DEFAULT).read(session))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage(
                            "[history/ambiguous] It isn't clear which history is meant: the current schema 'postgres'"
                                    + " has no table 'palindrome_history', but the schema 'public' has one, and the search path"
                                    + " names both. Set history.table in the configuration: 'public.palindrome_history' goes on"
                                    + " with that history, 'postgres.palindrome_history' begins a new one.");
            assertThat(after.history(HistoryTable.parse("public.palindrome_history"))
                            .read(session))
                    .isPresent();
        }
    }
}

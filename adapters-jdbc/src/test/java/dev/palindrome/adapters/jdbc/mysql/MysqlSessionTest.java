package dev.palindrome.adapters.jdbc.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.jdbc.LendingDataSource;
import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sessions do on a real server, with either driver. */
final class MysqlSessionTest {
    private static final String SETTINGS =
            "CONCAT_WS(' ', @@sql_mode, @@foreign_key_checks, @@unique_checks, @@time_zone,"
                    + " @@character_set_client, @@character_set_results, @@collation_connection, @@lock_wait_timeout,"
                    + " @@sql_safe_updates, @@tx_isolation, DATABASE(), CURRENT_ROLE())";

    private final MysqlAdapter adapter = new MysqlAdapter();

    @ParameterizedTest
    @EnumSource
    void what_a_script_sets_is_put_back_and_what_it_locked_is_let_go(MariadbServer server) {
        MariadbServer.administer("CREATE DATABASE IF NOT EXISTS test_other");
        MariadbServer.administer("CREATE ROLE IF NOT EXISTS helper WITH ADMIN tester@'127.0.0.1'");
        try (Database database = adapter.connect(server.freshAddress());
                Session session = database.openSession()) {
            Sql.run(adapter, session, "CREATE TABLE a (id int); CREATE TABLE b (id int)");
            String before = Sql.value(session, SETTINGS);
            for (String script : List.of(
                    "SET sql_mode = 'ANSI', foreign_key_checks = 0; SET unique_checks = 0",
                    "SET NAMES utf8mb3; SET time_zone = '+03:00'",
                    "/*!40101 SET character_set_results = NULL, lock_wait_timeout = 7 */",
                    "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE; SET sql_safe_updates = 1; SET timestamp = 1",
                    "USE test_other; SET ROLE helper",
                    "CREATE PROCEDURE p() BEGIN SET foreign_key_checks = 0; END; CALL p(); DROP PROCEDURE p",
                    "EXECUTE IMMEDIATE 'LOCK TABLES a READ'")) {
                Sql.run(adapter, session, script);
                session.restore();

                assertThat(Sql.value(session, SETTINGS)).as(script).isEqualTo(before);
                Sql.run(adapter, session, "INSERT INTO b VALUES (1)");
                assertThat(Sql.value(session, "NOW() > '2020-01-01'")).isEqualTo("1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_history_entry_lands_in_its_database_wherever_the_migration_went(MariadbServer server) {
        MariadbServer.administer("CREATE DATABASE IF NOT EXISTS test_other");
        try (Database database = adapter.connect(server.freshAddress());
                Session session = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            assertThat(history.read(session)).isEmpty();
            history.create().forEach(session::execute);
            session.begin();
            Sql.run(adapter, session, "USE test_other; SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'");
            session.execute(history.insert(Sql.entry("it's \\ 1")));
            session.commit();
            session.restore();

            assertThat(history.read(session).orElseThrow().get(0))
                    .usingRecursiveComparison()
                    .ignoringFields("sequence")
                    .isEqualTo(Sql.entry("it's \\ 1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void our_tables_take_every_text_whatever_the_database_has_by_default(MariadbServer server) {
        String url = server.freshUrl();
        MariadbServer.administer("ALTER DATABASE " + name(url) + " CHARACTER SET ascii");
        try (Database database = adapter.connect(DatabaseAddress.of(url));
                Session session = database.openSession()) {
            HistoryStore history = database.history(HistoryTable.DEFAULT);
            assertThat(history.read(session)).isEmpty();
            Sql.run(adapter, session, "SET default_storage_engine = MyISAM");
            history.create().forEach(session::execute);

            assertThat(session.query(Statement.of("SELECT DISTINCT ENGINE AS e, TABLE_COLLATION AS c"
                                    + " FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"))
                            .toString())
                    .contains("InnoDB", "utf8mb4_bin")
                    .doesNotContain("MyISAM", "ascii");
        }
    }

    @ParameterizedTest
    @EnumSource
    void bodies_run_as_they_were_cut(MariadbServer server) {
        try (Database database = adapter.connect(server.freshAddress());
                Session session = database.openSession()) {
            Sql.run(adapter, session, """
                    CREATE TABLE t (a int, b varchar(20));
                    CREATE PROCEDURE fill(n int)
                    BEGIN
                      DECLARE i int DEFAULT 0;
                      WHILE i < n DO
                        SET i = i + 1;
                        INSERT INTO t (a, b) VALUES (i, CASE WHEN i > 1 THEN 'more; than' ELSE IF(i = 1, 'one', '') END);
                      END WHILE;
                    END;
                    DELIMITER //
                    CREATE TRIGGER tidy BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = NEW.a * 10; END; //
                    SELECT 1; //
                    DELIMITER ;
                    CALL fill(2);
                    BEGIN NOT ATOMIC INSERT INTO t VALUES (3, 'x'); IF 1 THEN INSERT INTO t VALUES (4, 'y'); END IF; END;
                    SET sql_mode = ORACLE;
                    CREATE PROCEDURE more AS v INT := 5; BEGIN INSERT INTO t VALUES (v, "B"); END;
                    """.replace("\"B\"", "'b'"));
            Sql.run(adapter, session, "CALL more()");

            assertThat(Sql.value(session, "GROUP_CONCAT(a, b ORDER BY a SEPARATOR '|') FROM t"))
                    .isEqualTo("10one|20more; than|30x|40y|50b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_jdbc_would_rewrite_reaches_the_server(MariadbServer server) {
        try (Database database = adapter.connect(server.freshAddress());
                Session session = database.openSession()) {
            assertThat(session.query(Statement.of("SELECT '{fn now()} {d ''2026-01-01''} ? :x' AS v"))
                            .get(0)
                            .text("v"))
                    .contains("{fn now()} {d '2026-01-01'} ? :x");
            assertThatThrownBy(() -> Sql.run(adapter, session, "SELECT {fn now()}, 1 FROM nowhere"))
                    .isInstanceOf(StatementException.class)
                    .hasMessageNotContaining("conn=");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_was_killed_is_lost_and_does_not_come_back(MariadbServer server) {
        isLostForGood(server.freshUrl() + "&autoReconnect=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential:", "loadbalance:", "replication:"})
    void nor_does_it_go_on_with_another_server_that_the_url_names(String mode) {
        String url = MariadbServer.WITH_MARIADB_DRIVER.freshUrl();
        String host = url.substring(url.indexOf("//"), url.indexOf("/", url.indexOf("//") + 2));
        isLostForGood(url.replace(host, host + "," + host.substring(2)).replace("//", mode + "//")
                + "&transactionReplay=true");
    }

    private void isLostForGood(String url) {
        try (Database database = adapter.connect(DatabaseAddress.of(url));
                Session session = database.openSession()) {
            MariadbServer.administer("KILL " + Sql.value(session, "CONNECTION_ID()"));

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> session.execute(Statement.of("CREATE TABLE t (id int)")))
                        .isInstanceOfSatisfying(
                                StatementException.class,
                                e -> assertThat(e.isConnectionLost())
                                        .as(e.toString())
                                        .isTrue());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_whose_connection_is_killed_tells_that_it_is_lost(MariadbServer server) {
        try (Database database = adapter.connect(server.freshAddress());
                Session session = database.openSession()) {
            String connection = Sql.value(session, "CONNECTION_ID()");
            Thread killer = new Thread(() -> {
                while (MariadbServer.rows("SELECT 1 FROM information_schema.processlist WHERE id = " + connection
                                + " AND info LIKE '%SLEEP%'")
                        .isEmpty()) {
                    Thread.onSpinWait();
                }
                MariadbServer.administer("KILL " + connection);
            });
            killer.start();

            assertThatThrownBy(() -> session.execute(Statement.of("DO SLEEP(60)")))
                    .isInstanceOfSatisfying(
                            StatementException.class,
                            e -> assertThat(e.isConnectionLost())
                                    .as(e.toString())
                                    .isTrue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_on_which_backslashes_are_characters_is_refused(MariadbServer server) {
        String url = server.freshUrl() + "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES'";
        try (Database database = adapter.connect(DatabaseAddress.of(url))) {
            assertThatThrownBy(database::openSession)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("[database/sql-mode]")
                    .hasMessageContaining("NO_BACKSLASH_ESCAPES");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lent_connection_goes_back_as_it_came(MariadbServer server) throws SQLException {
        String url = server.freshUrl();
        try (LendingDataSource pool = new LendingDataSource(url, 1);
                java.sql.Statement statement = pool.look().createStatement();
                Database database = adapter.connect(DatabaseAddress.of(pool, url))) {
            statement.execute("SET sql_mode = 'ANSI_QUOTES', foreign_key_checks = 0");
            pool.look().setAutoCommit(false);
            try (Session session = database.openSession()) {
                Sql.run(adapter, session, "SET foreign_key_checks = 1, sql_mode = ''; CREATE TABLE t (id int)");
            }

            assertThat(pool.isComplete()).isTrue();
            assertThat(pool.look().getAutoCommit()).isFalse();
            try (ResultSet row = statement.executeQuery("SELECT @@sql_mode, @@foreign_key_checks = 0")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("ANSI_QUOTES");
                assertThat(row.getBoolean(2)).isTrue();
            }
        }
    }

    private static String name(String url) {
        return url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }
}

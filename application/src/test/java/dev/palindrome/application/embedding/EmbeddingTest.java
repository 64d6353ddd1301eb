package dev.palindrome.application.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.OnSharedDatabases;
import dev.palindrome.application.databases.RecordingPool;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Statement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {
    private static final String SETTINGS = "SELECT current_setting('search_path'), current_setting('TimeZone'),"
            + " current_setting('default_transaction_isolation'), current_setting('application_name'),"
            + " current_setting('role'), current_setting('client_connection_check_interval'),"
            + " current_setting('statement_timeout')";

    @TempDir
    private Path folder;

    @OnEachDatabase
    void a_program_hands_over_its_pool_and_packs(DatabaseKind kind) throws SQLException {
        Workbench bench = Workbench.on(kind, folder);
        MigrationPack pack = pack(Migration.id("1")
                .forwards("CREATE TABLE t1 (id int)")
                .forwardsCode("app.Fill", session -> {
                    session.execute(Statement.of("INSERT INTO t1 VALUES (?)", 42));
                })
                .backwards("DROP TABLE t1")
                .build());
        try (RecordingPool pool = new RecordingPool(bench.database(), 2);
                Palindrome engine = Palindrome.on(pool).packs(pack).build()) {
            assertThat(engine.forwards("code").success()).isTrue();
            assertThat(engine.check("code").get(0).hasRan()).isTrue();
            assertThat(bench.database().rows("SELECT id FROM t1")).containsExactly("42");
            assertThat(engine.backwards("code").success()).isTrue();
            assertThat(pool.idle()).isEqualTo(2);
        }
        assertThat(bench.database().tables()).isEmpty();
    }

    @OnSharedDatabases
    @Timeout(60)
    void a_pool_of_one_connection_is_enough(DatabaseKind kind) throws SQLException {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1").table("2", "t2");
        try (RecordingPool pool = new RecordingPool(bench.database(), 1);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            assertThat(engine.forwards(ForwardsRequest.of("shop").preview(true)).success())
                    .isTrue();
            assertThat(engine.forwards("shop").success()).isTrue();
            assertThat(engine.check("shop")).hasSize(2);
            assertThat(engine.backwards("shop", "all").success()).isTrue();
            engine.ping();
            assertThat(pool.idle()).isEqualTo(1);
        }
    }

    @Test
    @Timeout(60)
    void on_h2_a_pool_of_one_connection_is_refused_with_the_remedy_and_nobody_hangs() throws SQLException {
        Workbench bench = Workbench.on(DatabaseKind.H2, folder);
        bench.app("shop").table("1", "t1");
        try (RecordingPool pool = new RecordingPool(bench.database(), 1);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            MigrationResult result = engine.forwards("shop");
            assertThat(result.success()).isFalse();
            assertThat(result.message()).containsIgnoringCase("pool");
            Poll.until("the connection is back", Duration.ofSeconds(10), () -> pool.idle() == 1);
        }
    }

    @Test
    void a_connection_comes_back_as_it_was_lent_after_success_and_after_failure() throws SQLException {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        String set = "SET search_path = elsewhere; SET TimeZone = 'Asia/Tokyo'; SET statement_timeout = 12345;"
                + " SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE; SET ROLE worker;";
        bench.app("shop")
                .migration("1", set + "\nSELECT 1;", set + "\nSELECT 1;")
                .migration("2", set + "\nSELECT 1/0;", "SELECT 1;");
        bench.database().run("CREATE SCHEMA mine", "CREATE SCHEMA elsewhere");
        bench.database()
                .run("DO 'BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = ''worker'') THEN CREATE ROLE"
                        + " worker SUPERUSER; END IF; END'");
        try (RecordingPool pool = new RecordingPool(bench.database(), 1);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            Connection connection = pool.look();
            TestDatabase.rows(connection, "SELECT set_config('search_path', 'mine, public', false)");
            TestDatabase.rows(connection, "SELECT set_config('my.variable', 'kept', false)");
            List<String> before = TestDatabase.rows(connection, SETTINGS);

            assertThat(engine.forwards("shop", "1").success()).isTrue();
            assertThat(TestDatabase.rows(connection, SETTINGS)).isEqualTo(before);
            assertThat(engine.forwards("shop").success()).isFalse();
            assertThat(TestDatabase.rows(connection, SETTINGS)).isEqualTo(before);
            assertThat(engine.backwards("shop").success()).isTrue();
            assertThat(TestDatabase.rows(connection, SETTINGS)).isEqualTo(before);

            assertThat(TestDatabase.rows(connection, "SELECT current_setting('my.variable')"))
                    .containsExactly("kept");
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(TestDatabase.rows(
                            connection,
                            "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"))
                    .isEmpty();
        }
    }

    @OnEachDatabase
    void a_connection_that_does_not_commit_by_itself_does_not_when_it_comes_back(DatabaseKind kind)
            throws SQLException {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1");
        try (RecordingPool pool = new RecordingPool(bench.database(), 2);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            for (int i = 0; i < 2; i++) {
                try (Connection connection = pool.getConnection()) {
                    connection.setAutoCommit(false);
                }
            }

            assertThat(engine.forwards("shop").success()).isTrue();
            assertThat(engine.backwards(BackwardsRequest.of("shop").autoAgree(true))
                            .success())
                    .isTrue();

            for (int i = 0; i < 2; i++) {
                try (Connection connection = pool.getConnection()) {
                    assertThat(connection.getAutoCommit()).isFalse();
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    @Test
    void a_pragma_of_a_migration_is_gone_when_the_connection_comes_back() throws SQLException {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").migration("1", "PRAGMA foreign_keys = ON;\nCREATE TABLE t1 (id int);", "DROP TABLE t1;");
        try (RecordingPool pool = new RecordingPool(bench.database(), 1);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            assertThat(engine.forwards("shop").success()).isTrue();
            assertThat(TestDatabase.rows(pool.look(), "PRAGMA foreign_keys")).containsExactly("0");
        }
    }

    @OnSharedDatabases
    void a_connection_is_given_back_after_a_failure_too(DatabaseKind kind) throws SQLException {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").migration("1", "INSERT INTO nowhere VALUES (1);", "SELECT 1;");
        try (RecordingPool pool = new RecordingPool(bench.database(), 1);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            assertThat(engine.forwards("shop").success()).isFalse();
            assertThat(pool.idle()).isEqualTo(1);
            bench.app("shop").table("1", "t1");
        }
        assertThat(bench.forwards("shop", "all").success())
                .describedAs("and the lock is free")
                .isTrue();
    }

    private static MigrationPack pack(Migration migration) {
        return new MigrationPack() {
            @Override
            public String appName() {
                return "code";
            }

            @Override
            public List<Migration> migrations() {
                return List.of(migration);
            }
        };
    }
}

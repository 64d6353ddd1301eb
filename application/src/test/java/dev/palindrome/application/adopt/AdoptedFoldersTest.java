package dev.palindrome.application.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder of another tool is adopted with its history, and goes back and forth")
class AdoptedFoldersTest {
    private static final String PG_RELEASE = "SELECT pg_advisory_unlock_all()";
    private static final String MARIADB_RELEASE = "SELECT RELEASE_ALL_LOCKS()";
    private static final Terms AGREED = Terms.ASK.withAutoAgree(true);

    @TempDir
    private Path folder;

    private Workbench bench;

    /** A database in which the tool has made the tables a and b, and keeps its history as the statements say. */
    private TestPack pack(DatabaseKind kind, String... history) {
        bench = Workbench.on(kind, folder);
        bench.database().run("CREATE TABLE a (id integer)", "CREATE TABLE b (id integer)");
        bench.database().run(history);
        return bench.app("shop");
    }

    private MigrationResult adopt(String tool) {
        return bench.with(engine -> engine.adopt("shop", Optional.of(tool), AGREED));
    }

    private void goesBackAndForth(String tool, String table, String reversed) {
        List<String> rows = bench.database().rows("SELECT * FROM " + table);

        MigrationResult adopted = adopt(tool);
        assertThat(adopted.message()).describedAs("%s", adopted.problems()).isEqualTo("2 migrations adopted");
        assertThat(bench.check("shop")).allMatch(MigrationStatus::hasRan);
        MigrationResult back = bench.backwards("shop", "1");
        assertThat(back.message()).describedAs("%s", back.problems()).isEqualTo(reversed);
        assertThat(bench.database().tables()).contains("a").doesNotContain("b");
        MigrationResult forth = bench.forwards("shop", "all");
        assertThat(forth.message()).describedAs("%s", forth.problems()).isEqualTo("1 migration ran forwards");

        assertThat(bench.database().tables()).contains("a", "b");
        assertThat(bench.check("shop"))
                .extracting(MigrationStatus::status)
                .containsExactly(Status.APPLIED, Status.APPLIED);
        assertThat(bench.database().rows("SELECT * FROM " + table))
                .as("the tool's own history is only read")
                .isEqualTo(rows);
    }

    /** A lock that is let go of before the connection is, since a server takes its time to miss one. */
    private void isRefusedWhile(String tool, String lock, String release) throws SQLException {
        try (Connection holder = bench.database().connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(lock);
            assertThat(adopt(tool).problems())
                    .filteredOn(Problem::isError)
                    .extracting(problem -> problem.code().path())
                    .containsExactly(tool + "/locked");
            statement.execute(release);
            holder.rollback();
        }
    }

    private static String goose(String table) {
        return "-- +goose Up\nCREATE TABLE " + table + " (id integer);\n-- +goose Down\nDROP TABLE " + table + ";\n";
    }

    private TestPack goose(DatabaseKind kind) {
        boolean isSqlite = kind == DatabaseKind.SQLITE;
        return pack(
                        kind,
                        "CREATE TABLE goose_db_version (id integer PRIMARY KEY, version_id bigint NOT NULL, is_applied "
                                + (isSqlite ? "integer" : "boolean") + " NOT NULL, tstamp timestamp)",
                        "INSERT INTO goose_db_version VALUES (1, 0, TRUE, '2026-11-22 10:15:00')",
                        "INSERT INTO goose_db_version VALUES (2, 1, TRUE, '2026-11-22 10:15:00')",
                        "INSERT INTO goose_db_version VALUES (3, 2, TRUE, '2026-11-22 10:15:00')")
                .file("00001_a.sql", goose("a"))
                .file("00002_b.sql", goose("b"));
    }

    @OnEachDatabase
    void of_goose(DatabaseKind kind) throws SQLException {
        goose(kind);
        if (kind == DatabaseKind.POSTGRESQL) {
            isRefusedWhile("goose", "SELECT pg_advisory_lock(4097083626)", PG_RELEASE);
        }
        goesBackAndForth("goose", "goose_db_version", "1 migration reversed");
    }

    @Test
    void of_goose_with_its_table_of_locks() {
        goose(DatabaseKind.POSTGRESQL);
        bench.database()
                .run(
                        "CREATE TABLE goose_lock (lock_id bigint PRIMARY KEY, locked boolean, locked_at timestamptz, locked_by"
                                + " text, lease_expires_at timestamptz, updated_at timestamptz)",
                        "INSERT INTO goose_lock VALUES (1, TRUE, now(), 'host', now() + interval '30 seconds', now())");
        assertThat(adopt("goose").problems())
                .singleElement()
                .asString()
                .isEqualTo(
                        "[goose/locked] The lock of goose is held, so it is at work. What it is doing isn't in its history"
                                + " yet, and would run again. Wait until it is done.");

        bench.database().run("UPDATE goose_lock SET lease_expires_at = now() - interval '1 second'");
        goesBackAndForth("goose", "goose_db_version", "1 migration reversed");
    }

    @OnEachDatabase
    void of_golang_migrate(DatabaseKind kind) throws SQLException {
        pack(
                        kind,
                        "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)",
                        "INSERT INTO schema_migrations VALUES (2, FALSE)")
                .file("000001_a.up.sql", "CREATE TABLE a (id integer);")
                .file("000001_a.down.sql", "DROP TABLE a;")
                .file("000002_b.up.sql", "CREATE TABLE b (id integer);")
                .file("000002_b.down.sql", "DROP TABLE b;");
        if (kind == DatabaseKind.POSTGRESQL) {
            String name = "public\0schema_migrations\0"
                    + bench.database().rows("SELECT current_database()").get(0);
            isRefusedWhile("golang-migrate", "SELECT pg_advisory_lock(" + golangMigratesLock(name) + ")", PG_RELEASE);
        }
        if (kind == DatabaseKind.MARIADB) {
            String name = bench.database().rows("SELECT DATABASE()").get(0) + ":schema_migrations";
            isRefusedWhile(
                    "golang-migrate", "SELECT GET_LOCK('" + golangMigratesLock(name) + "', 10)", MARIADB_RELEASE);
        }
        goesBackAndForth("golang-migrate", "schema_migrations", "1 migration reversed");
    }

    private static String golangMigratesLock(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return Integer.toUnsignedString((int) sum.getValue() * 1_486_364_155);
    }

    @OnEachDatabase
    void of_flyway_with_its_undo_files(DatabaseKind kind) throws SQLException {
        pack(
                        kind,
                        "CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY, version varchar(50), description"
                                + " varchar(200), type varchar(20), script varchar(1000), checksum integer, installed_by"
                                + " varchar(100), installed_on timestamp, execution_time integer, success boolean)",
                        "INSERT INTO flyway_schema_history VALUES (1, '1', 'a', 'SQL', 'V1__a.sql', NULL, 'ann', '2026-11-22"
                                + " 10:15:00', 12, TRUE)",
                        "INSERT INTO flyway_schema_history VALUES (2, '2', 'b', 'SQL', 'V2__b.sql', NULL, 'ann', '2026-11-22"
                                + " 10:15:00', 12, TRUE)")
                .file("V1__a.sql", "CREATE TABLE a (id integer);")
                .file("U1__a.sql", "DROP TABLE a;")
                .file("V2__b.sql", "CREATE TABLE b (id integer);")
                .file("U2__b.sql", "DROP TABLE b;");
        if (kind == DatabaseKind.POSTGRESQL) {
            int table = "\"public\".\"flyway_schema_history\"".hashCode();
            isRefusedWhile("flyway", "SELECT pg_advisory_lock(77431708279161 + (" + table + "))", PG_RELEASE);
        }
        if (kind == DatabaseKind.MARIADB) {
            String schema = bench.database().rows("SELECT DATABASE()").get(0);
            int table = ("`" + schema + "`.`flyway_schema_history`").hashCode();
            isRefusedWhile("flyway", "SELECT GET_LOCK('Flyway-" + table + "', 10)", MARIADB_RELEASE);
        }
        goesBackAndForth("flyway", "flyway_schema_history", "1 migration reversed");
    }

    @OnEachDatabase
    void of_diesel(DatabaseKind kind) {
        pack(
                        kind,
                        "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT"
                                + " NULL DEFAULT CURRENT_TIMESTAMP)",
                        "INSERT INTO __diesel_schema_migrations VALUES ('20260101000000', '2026-11-22 10:15:01')",
                        "INSERT INTO __diesel_schema_migrations VALUES ('20260102000000', '2026-11-22 10:15:00')")
                .file("2026-01-01-000000_a/up.sql", "CREATE TABLE a (id integer);")
                .file("2026-01-01-000000_a/down.sql", "DROP TABLE a;")
                .file("2026-01-02-000000_b/up.sql", "CREATE TABLE b (id integer);")
                .file("2026-01-02-000000_b/down.sql", "DROP TABLE b;");
        goesBackAndForth("diesel", "__diesel_schema_migrations", "1 migration reversed");
    }

    /** The second file was edited after it ran: what takes it back is in the row, where variables stand as written. */
    @OnEachDatabase
    void of_play_whose_rows_have_the_reversals(DatabaseKind kind) throws SQLException {
        String text = kind == DatabaseKind.H2 ? "clob" : kind == DatabaseKind.MARIADB ? "mediumtext" : "text";
        pack(
                        kind,
                        "CREATE TABLE play_evolutions (id int NOT NULL PRIMARY KEY, hash varchar(255) NOT NULL, applied_at"
                                + " timestamp NOT NULL, apply_script " + text + ", revert_script " + text
                                + ", state varchar(255), last_problem " + text + ")",
                        "INSERT INTO play_evolutions VALUES (1, 'bfd5f75dfd156f6e563d01bbd5d4db85617d10cb', '2026-11-22 10:15:00', 'CREATE TABLE a (id"
                                + " integer);', 'DROP TABLE a;', 'applied', '')",
                        "INSERT INTO play_evolutions VALUES (2, '77aa', '2026-11-22 10:15:00', 'CREATE TABLE b (id"
                                + " integer);', 'INSERT INTO a VALUES (7);\nDROP TABLE $evolutions{{{Made}}};', 'applied', '')")
                .file("pack.yaml", "settings: {made: b}\n")
                .file("1.sql", "# --- !Ups\nCREATE TABLE a (id integer);\n# --- !Downs\nDROP TABLE a;\n")
                .file("2.sql", "# --- !Ups\nCREATE TABLE b (id bigint);\n# --- !Downs\nDROP TABLE never;\n");
        if (kind == DatabaseKind.POSTGRESQL) {
            bench.database()
                    .run(
                            "CREATE TABLE play_evolutions_lock (lock int PRIMARY KEY)",
                            "INSERT INTO play_evolutions_lock VALUES (1)");
            isRefusedWhile(
                    "play", "SELECT lock FROM play_evolutions_lock WHERE lock = 1 FOR UPDATE NOWAIT", "SELECT 1");
        }
        MigrationResult adopted = adopt("play");
        assertThat(adopted.success()).describedAs("%s", adopted.problems()).isTrue();
        assertThat(bench.check("shop"))
                .extracting(MigrationStatus::status)
                .containsExactly(Status.APPLIED, Status.CHANGED);

        assertThat(bench.backwards("shop", "1").message()).isEqualTo("1 migration reversed, by its stored reversal");

        assertThat(bench.database().tables()).contains("a").doesNotContain("b");
        assertThat(bench.database().rows("SELECT id FROM a")).containsExactly("7");
        assertThat(bench.forwards("shop", "all").message()).isEqualTo("1 migration ran forwards");
        assertThat(bench.database().tables()).contains("a", "b");
    }

    @Test
    void of_sqitch_whose_registry_is_a_database_beside_that_of_the_app() throws SQLException {
        String plan = "2013-12-30T23:19:45Z Ann <ann@example.com>";
        pack(DatabaseKind.MARIADB)
                .file("sqitch.conf", "[core]\n\tengine = mysql\n")
                .file("sqitch.plan", "%syntax-version=1.0.0\n%project=shop\n\na " + plan + "\nb " + plan + "\n")
                .file("deploy/a.sql", "CREATE TABLE a (id integer);")
                .file("revert/a.sql", "DROP TABLE a;")
                .file("deploy/b.sql", "CREATE TABLE b (id integer);")
                .file("revert/b.sql", "DROP TABLE b;");
        String logged = ", committed_at datetime(6), committer_name varchar(255), planner_email varchar(255))";
        bench.database()
                .run(
                        "CREATE DATABASE sqitch",
                        "CREATE TABLE sqitch.changes (change_id varchar(40) PRIMARY KEY, script_hash varchar(40), `change`"
                                + " varchar(255), project varchar(255), note text" + logged,
                        "CREATE TABLE sqitch.tags (tag varchar(255), project varchar(255), change_id varchar(40)"
                                + logged,
                        "CREATE TABLE sqitch.events (event varchar(6), `change` varchar(255), project varchar(255)"
                                + logged,
                        "INSERT INTO sqitch.changes VALUES ('1', NULL, 'a', 'shop', '', '2026-11-22 10:15:00', 'Ann', '')",
                        "INSERT INTO sqitch.changes VALUES ('2', NULL, 'b', 'shop', '', '2026-11-22 10:16:00', 'Ann', '')");
        try {
            String lock = "sqitch working on "
                    + bench.database().rows("SELECT DATABASE()").get(0);
            isRefusedWhile("sqitch", "SELECT GET_LOCK('" + lock + "', 0)", MARIADB_RELEASE);
            goesBackAndForth("sqitch", "sqitch.changes", "1 migration reversed");
        } finally {
            bench.database().run("DROP DATABASE sqitch");
        }
    }

    /** A verify script fails by an error, such as a division by zero. */
    @Test
    void of_sqitch_whose_change_cant_be_verified_fails_and_is_rolled_back() {
        String plan = "2013-12-30T23:19:45Z Ann <ann@example.com>";
        pack(DatabaseKind.POSTGRESQL)
                .file("sqitch.conf", "[core]\n\tengine = pg\n[deploy]\n\tverify = true\n")
                .file("sqitch.plan", "%syntax-version=1.0.0\n%project=shop\n\nc " + plan + "\n")
                .file("deploy/c.sql", "BEGIN;\nCREATE TABLE c (id integer);\nCOMMIT;\n")
                .file("revert/c.sql", "BEGIN;\nDROP TABLE c;\nCOMMIT;\n")
                .file("verify/c.sql", "BEGIN;\nSELECT 1/count(*) FROM c;\nROLLBACK;\n");

        MigrationResult failed = bench.forwards("shop", "all");

        assertThat(failed.success()).isFalse();
        assertThat(failed.message()).contains("division by zero", "verify/c.sql");
        assertThat(bench.database().tables()).doesNotContain("c");
        assertThat(bench.check("shop")).noneMatch(MigrationStatus::hasRan);
    }
}

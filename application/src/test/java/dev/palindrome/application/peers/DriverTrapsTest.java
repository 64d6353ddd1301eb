package dev.palindrome.application.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Statement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Drivers")
class DriverTrapsTest {
    @TempDir
    private Path folder;

    /** sqlite-jdbc runs only the first of several statements in one text, and reports success. */
    @OnEachDatabase
    void statements_after_the_first_in_one_text_run(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE t1 (id int); INSERT INTO t1 VALUES (1); INSERT INTO t1 VALUES (2)",
                        "DELETE FROM t1; DROP TABLE t1");

        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().rows("SELECT id FROM t1 ORDER BY id")).containsExactly("1", "2");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    /** And so it does if the second is no SQL. */
    @OnEachDatabase
    void what_is_no_sql_after_the_first_statement_is_an_error(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").migration("1", "CREATE TABLE t1 (id int); THIS IS NO SQL", "DROP TABLE t1");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.failedStep().orElseThrow().failure().orElseThrow().text())
                .isEqualTo("THIS IS NO SQL");
        assertThat(bench.database().history()).isEmpty();
    }

    /** Nor does it run the rest when the text comes from a migration in Java. */
    @OnEachDatabase
    void statements_after_the_first_in_one_text_of_java_code_run_too(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        MigrationPack pack = code(Migration.id("1")
                .forwards("CREATE TABLE t1 (id int)")
                .forwardsCode("shop.Fill", session -> {
                    session.execute(Statement.of("INSERT INTO t1 VALUES (1); INSERT INTO t1 VALUES (2)"));
                })
                .build());

        MigrationResult result = bench.with(builder -> builder.packs(pack), engine -> engine.forwards("code"));

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().rows("SELECT id FROM t1 ORDER BY id")).containsExactly("1", "2");
    }

    /** Java code could end the transaction that is the tool's. */
    @OnEachDatabase
    void java_code_cannot_end_the_transaction(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        for (String end : List.of("COMMIT", "ROLLBACK", "INSERT INTO t1 VALUES (1); COMMIT")) {
            MigrationPack pack = code(Migration.id("1")
                    .forwards("CREATE TABLE t1 (id int)")
                    .forwardsCode("shop.End", session -> {
                        session.execute(Statement.of(end));
                    })
                    .backwards("DROP TABLE t1")
                    .build());

            MigrationResult result = bench.with(builder -> builder.packs(pack), engine -> engine.forwards("code"));

            assertThat(result.success()).isFalse();
            assertThat(result.message()).contains("its transaction is Palindrome's");
            if (!kind.holdsDefinitions()) {
                // its DDL has committed by itself, and is taken back by itself
                assertThat(bench.with(builder -> builder.packs(pack), engine -> engine.backwards("code"))
                                .success())
                        .isTrue();
            }
            assertThat(bench.database().tables()).isEmpty();
        }
    }

    /** COPY … FROM STDIN through a Statement kills PostgreSQL's connection. */
    @Test
    void copy_from_stdin_is_refused_before_anything_runs() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop")
                .table("1", "t1")
                .file("2__t.sql", "-- forwards\nCREATE TABLE t2 (id int);\nCOPY t2 FROM STDIN;\n1\n2\n\\.\n");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("[script/unsupported]", "2__t.sql:3", "INSERT");
        assertThat(bench.database().allTables()).isEmpty();
    }

    /** COMMIT within a transaction of the tool's silently defeats it. */
    @OnEachDatabase
    void a_commit_in_a_script_defeats_no_transaction_unseen(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE t1 (id int);\nCOMMIT;\nCREATE TABLE t2 (id int);",
                        "DROP TABLE t2;\nDROP TABLE t1;");

        MigrationResult preview = bench.forwards(ForwardsRequest.of("shop").preview(true));
        assertThat(preview.steps().get(0).transactional()).isFalse();
        assertThat(preview.steps().get(0).notes()).anyMatch(note -> note.contains("controls transactions itself"));

        MigrationResult result = bench.forwards("shop", "all");

        if (kind == DatabaseKind.SQLITE) { // which refuses a COMMIT where there is nothing to commit
            assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
            assertThat(result.message()).contains("stays in the database");
            assertThat(bench.database().tables()).containsExactly("t1");
            assertThat(bench.database().history()).isEmpty();
        } else {
            assertThat(result.success()).describedAs(result.message()).isTrue();
            assertThat(bench.database().tables()).containsExactly("t1", "t2");
        }
    }

    /** A search_path that a script sets leaks into what follows. */
    @Test
    void a_search_path_that_one_migration_sets_is_not_the_next_ones() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE SCHEMA elsewhere;\nSET search_path = elsewhere;\nCREATE TABLE t1 (id int);",
                        "DROP SCHEMA elsewhere CASCADE;")
                .migration(
                        "2",
                        "SELECT set_config('search_path', 'elsewhere', false);\nCREATE TABLE t2 (id int);",
                        "DROP TABLE elsewhere.t2;")
                .table("3", "t3");

        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.database()
                        .rows("SELECT schemaname || '.' || tablename FROM pg_tables WHERE tablename LIKE 't_'"
                                + " OR tablename = 'palindrome_history' ORDER BY 1"))
                .containsExactly("elsewhere.t1", "elsewhere.t2", "public.palindrome_history", "public.t3");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    /** SQLite's PRAGMA foreign_keys does nothing inside a transaction, and says so to nobody. */
    @Test
    void pragma_foreign_keys_takes_effect() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        String tables = "CREATE TABLE parent (id int PRIMARY KEY);\nCREATE TABLE child (id int REFERENCES parent);\n";
        bench.app("shop")
                .migration(
                        "1",
                        "PRAGMA foreign_keys = ON;\n" + tables + "INSERT INTO child VALUES (7);",
                        "DROP TABLE child;\nDROP TABLE parent;");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).containsIgnoringCase("foreign key");

        bench.app("shop")
                .migration(
                        "1",
                        tables + "INSERT INTO parent VALUES (1);\nINSERT INTO child VALUES (1);",
                        "PRAGMA foreign_keys = OFF;\nDROP TABLE parent;\nDROP TABLE child;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.backwards("shop", "all").success()).isTrue();
    }

    /** And once it took effect it leaks into what follows. */
    @Test
    void a_pragma_that_one_migration_sets_is_not_the_next_ones() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "PRAGMA foreign_keys = ON;\nCREATE TABLE parent (id int PRIMARY KEY);",
                        "DROP TABLE parent;")
                .migration(
                        "2",
                        "CREATE TABLE child (id int REFERENCES parent);\nINSERT INTO child VALUES (7);",
                        "DROP TABLE child;");

        assertThat(bench.forwards("shop", "all").success()).isTrue();
    }

    /** H2 commits at each change of the schema. */
    @Test
    void that_ddl_commits_is_said_before_and_after() {
        Workbench bench = Workbench.on(DatabaseKind.H2, folder);
        bench.app("shop")
                .migration("1", "CREATE TABLE t1 (id int);\nINSERT INTO nowhere VALUES (1);", "DROP TABLE t1;");

        MigrationResult preview = bench.forwards(ForwardsRequest.of("shop").preview(true));
        MigrationResult result = bench.forwards("shop", "all");

        assertThat(preview.steps().get(0).transactional()).isFalse();
        assertThat(preview.steps().get(0).notes())
                .anyMatch(note -> note.contains("commits at each change of the schema"));
        assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(result.message()).contains("stays in the database");
        assertThat(bench.database().tables()).containsExactly("t1");
    }

    /** Also when it is code that has made the change. */
    @Test
    void that_ddl_of_java_code_commits_is_said_too() {
        Workbench bench = Workbench.on(DatabaseKind.H2, folder);
        MigrationPack pack = code(Migration.id("1")
                .forwardsCode("shop.Half", session -> {
                    session.execute(Statement.of("CREATE TABLE t1 (id int)"));
                    throw new IllegalStateException("half done");
                })
                .build());

        MigrationResult result = bench.with(builder -> builder.packs(pack), engine -> engine.forwards("code"));

        assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(bench.database().tables()).containsExactly("t1");
    }

    /** JDBC's escape processing rewrites what stands between braces; question marks and colons can mean parameters. */
    @OnEachDatabase
    void braces_question_marks_and_colons_reach_the_database_as_written(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        String backslash = kind == DatabaseKind.MARIADB ? "\\\\" : "\\"; // which one of them takes for an escape
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE t1 (v varchar(100));\n"
                                + "INSERT INTO t1 VALUES ('{d ''2026-11-22''} {fn now()} ? :name ${x} " + backslash
                                + " {\"a\": 1}');",
                        "DROP TABLE t1;");

        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.database().rows("SELECT v FROM t1"))
                .containsExactly("{d '2026-11-22'} {fn now()} ? :name ${x} \\ {\"a\": 1}");
    }

    /** The same where no quotes protect them. */
    @Test
    void operators_with_question_marks_and_casts_with_colons_reach_postgresql_as_written() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE t1 AS SELECT '{\"a\": 1}'::jsonb ? 'a' AS has, (ARRAY[1,2,3])[2:3] AS part,"
                                + " '{1,2}'::int[] AS list;",
                        "DROP TABLE t1;");

        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.database().rows("SELECT * FROM t1")).containsExactly("t|{2,3}|{1,2}");
    }

    private static MigrationPack code(Migration migration) {
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

package dev.palindrome.application.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.flyway.FlywayFormat;
import dev.palindrome.adapters.files.flyway.FlywayHistory;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.MigrationFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The history of Flyway, in tables as it makes them")
class FlywayHistoryTest {
    @TempDir
    private Path folder;

    private TestPack files() {
        return new TestPack(folder.resolve("shop"));
    }

    private MigrationFolder listed() {
        return MigrationFolder.list("shop", folder.resolve("shop"));
    }

    private ReadHistory flyway(DatabaseKind kind, String table) {
        TestDatabase database = kind.fresh(folder);
        String columns = "(*installed_rank* integer NOT NULL PRIMARY KEY, *version* varchar(50),"
                + " *description* varchar(200) NOT NULL, *type* varchar(20) NOT NULL, *script* varchar(1000) NOT NULL,"
                + " *checksum* integer, *installed_by* varchar(100) NOT NULL,"
                + " *installed_on* timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL, *execution_time* integer NOT NULL,"
                + " *success* boolean NOT NULL)"; // it quotes them, so they are in lower case anywhere
        database.run("CREATE TABLE " + table + columns.replace('*', kind == DatabaseKind.MARIADB ? '`' : '"'));
        return new ReadHistory(database, new FlywayFormat(), new FlywayHistory());
    }

    private static void row(ReadHistory flyway, int rank, String version, String text, String type, String checksum) {
        row(flyway, "flyway_schema_history", rank, version, text, type, checksum, true);
    }

    private static void row(
            ReadHistory flyway,
            String table,
            int rank,
            String version,
            String text,
            String type,
            String checksum,
            boolean success) {
        String quoted = version.equals("null") ? version : "'" + version + "'";
        flyway.database()
                .run("INSERT INTO " + table + " VALUES (" + rank + ", " + quoted + ", '" + text + "', '" + type
                        + "', 'V" + version + "__" + text + ".sql', " + checksum
                        + ", 'anna', '2026-03-02 10:15:00', 12, " + success + ")");
    }

    @OnEachDatabase
    void rows_are_compared_with_the_files_by_flyways_checksum(DatabaseKind kind) {
        files().file("V1__a.sql", "create table fa(i int);\ninsert into fa values(1);\n")
                .file("V2__b.sql", "\uFEFFcreate table fb(i int);\r\n\r\n-- é\r\n")
                .file("V3__c.sql", "changed;\n")
                .file("V5__e.sql", "pending;\n")
                .file("R__v_x.sql", "create or replace view fv as select ${x} as c;\n");
        ReadHistory flyway = flyway(kind, "flyway_schema_history");
        row(flyway, 1, "1", "a", "SQL", "-36983833");
        row(flyway, 2, "2.0", "b", "SQL", "-592275319");
        row(flyway, 3, "null", "v x", "SQL", "1");
        row(flyway, 4, "3", "c", "SQL", "17");
        row(flyway, 5, "4", "d", "JDBC", "null");
        row(flyway, 6, "null", "v x", "SQL", "-272622998");
        MigrationFolder listed = MigrationFolder.list(
                "shop",
                folder.resolve("shop"),
                new FormatSettings(Map.of("placeholders.x", "7"), Map.of(), Optional::empty));

        assertThat(flyway.entries(listed))
                .containsExactly("1 APPLIED", "2 APPLIED", "3 CHANGED", "4 MISSING", "R__v_x APPLIED");
        ForeignHistory.Entry entry = flyway.of(listed).orElseThrow().entries().get(0);
        assertThat(entry.description()).isEqualTo("a");
        assertThat(entry.ranBy()).contains("anna");
        assertThat(entry.ranOn()).contains(Instant.parse("2026-03-02T10:15:00Z"));
        assertThat(entry.row()).containsEntry(key(entry, "script"), "V1__a.sql");
    }

    private static String key(ForeignHistory.Entry entry, String column) {
        return entry.row().keySet().stream()
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
    }

    @OnEachDatabase
    void the_last_row_of_a_version_counts(DatabaseKind kind) {
        files().file("V1__a.sql", "A;").file("V2__b.sql", "B;").file("V3__c.sql", "C;");
        ReadHistory flyway = flyway(kind, "flyway_schema_history");
        row(flyway, -1, "null", "<< Flyway Schema History table created >>", "TABLE", "null");
        row(flyway, 0, "null", "<< Flyway Schema Creation >>", "SCHEMA", "null");
        row(flyway, 1, "1", "a", "SQL", "null");
        row(flyway, 2, "2", "b", "SQL", "null");
        row(flyway, 3, "3", "c", "SQL", "null");
        row(flyway, 4, "2", "b", "UNDO_SQL", "null");
        row(flyway, 5, "1", "a", "UNDO_SQL", "null");
        row(flyway, 6, "1", "a", "SQL", "null");
        row(flyway, 7, "3", "c", "DELETE", "null");

        assertThat(flyway.entries(listed())).containsExactly("1 APPLIED");
        assertThat(flyway.of(listed()).orElseThrow().problems()).isEmpty();
    }

    @OnEachDatabase
    void a_baseline_stands_for_all_versions_up_to_its_own(DatabaseKind kind) {
        files().file("V1__a.sql", "A;")
                .file("V1.5__b.sql", "B;")
                .file("V2__c.sql", "C;")
                .file("R__v.sql", "V;");
        ReadHistory flyway = flyway(kind, "flyway_schema_history");
        row(flyway, 1, "1.5", "<< Flyway Baseline >>", "BASELINE", "null");

        assertThat(flyway.entries(listed())).containsExactly("1 APPLIED", "1.5 APPLIED");
    }

    @OnEachDatabase
    void what_failed_is_refused_and_so_is_a_row_that_nobody_knows(DatabaseKind kind) {
        files().file("V1__a.sql", "A;");
        ReadHistory flyway = flyway(kind, "flyway_schema_history");
        row(flyway, "flyway_schema_history", 1, "1", "a", "SQL", "null", false);
        row(flyway, 2, "2", "b", "MAGIC", "null");

        assertThat(flyway.of(listed()).orElseThrow().problems())
                .satisfiesExactly(
                        failed -> assertThat(failed.toString())
                                .startsWith("[flyway/failed] Flyway's history says that 'V1__a.sql' failed.")
                                .contains("installed_rank 1"),
                        unknown -> assertThat(unknown.toString()).contains("[flyway/unknown-row]", "'MAGIC'"))
                .allMatch(problem -> problem.isError());
        assertThat(flyway.entries(listed())).isEmpty();
    }

    @OnEachDatabase
    void a_row_that_names_no_migration_is_refused(DatabaseKind kind) {
        files().file("V1__a.sql", "A;");
        ReadHistory flyway = flyway(kind, "flyway_schema_history");
        row(flyway, 1, "one", "a", "SQL", "null");
        row(flyway, 2, "null", " ", "SQL", "null");
        row(flyway, 3, "one", "a", "DELETE", "null");
        row(flyway, 4, "null", "<< Flyway Baseline >>", "BASELINE", "null");

        assertThat(flyway.of(listed()).orElseThrow().problems())
                .allMatch(problem -> problem.isError())
                .extracting(problem -> problem.toString().replaceAll("(no id\\. [^.]*)\\.(?s).*", "$1"))
                .containsExactly(
                        "[flyway/unknown-row] Flyway's history has a row which gives the migration no id. 'one' is no version",
                        "[flyway/unknown-row] Flyway's history has a row which gives the migration no id. It has neither a"
                                + " version nor a description",
                        "[flyway/unknown-row] Flyway's history has a row which gives the migration no id. 'one' is no version",
                        "[flyway/unknown-row] Flyway's history has a row which gives the migration no id. '' is no version");
    }

    @OnEachDatabase
    void the_table_can_have_its_former_name_or_one_that_the_configuration_says(DatabaseKind kind) {
        files().file("V1__a.sql", "A;");
        ReadHistory former = flyway(kind, "schema_version");
        row(former, "schema_version", 1, "1", "a", "SQL", "null", true);
        assertThat(former.entries(listed())).containsExactly("1 APPLIED");

        former.database().run("ALTER TABLE schema_version RENAME TO versions");
        assertThat(former.of(listed())).isEmpty();
        files().file("flyway.conf", "flyway.table=versions\n");
        assertThat(former.entries(listed())).containsExactly("1 APPLIED");
    }
}

package dev.palindrome.application.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.liquibase.LiquibaseFormat;
import dev.palindrome.adapters.files.liquibase.LiquibaseHistory;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignHistory.Entry;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.MigrationFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The history of Liquibase, in tables as it makes them")
class LiquibaseHistoryTest {
    @TempDir
    private Path folder;

    private MigrationFolder listed() {
        return listed(Map.of());
    }

    private MigrationFolder listed(Map<String, String> settings) {
        return MigrationFolder.list(
                "shop", folder.resolve("db/changelog"), new FormatSettings(settings, Map.of(), Optional::empty));
    }

    private ReadHistory liquibase(DatabaseKind kind) {
        new TestPack(folder.resolve("db/changelog"))
                .file(
                        "a.sql",
                        "--liquibase formatted sql\n--changeset ann:1\nA;\n--changeset ann:2\nB;\n--changeset bob:2\nC;\n");
        TestDatabase database = kind.fresh(folder);
        database.run(
                "CREATE TABLE DATABASECHANGELOG (ID varchar(255) NOT NULL, AUTHOR varchar(255) NOT NULL,"
                        + " FILENAME varchar(255) NOT NULL, DATEEXECUTED timestamp NOT NULL, ORDEREXECUTED int NOT NULL,"
                        + " EXECTYPE varchar(10) NOT NULL, MD5SUM varchar(35), DESCRIPTION varchar(255),"
                        + " COMMENTS varchar(255), TAG varchar(255), LIQUIBASE varchar(20), CONTEXTS varchar(255),"
                        + " LABELS varchar(255), DEPLOYMENT_ID varchar(10))",
                "CREATE TABLE DATABASECHANGELOGLOCK (ID int NOT NULL PRIMARY KEY, LOCKED boolean NOT NULL,"
                        + " LOCKGRANTED timestamp NULL, LOCKEDBY varchar(255))",
                "INSERT INTO DATABASECHANGELOGLOCK VALUES (1, FALSE, NULL, NULL)");
        return new ReadHistory(database, new LiquibaseFormat(), new LiquibaseHistory());
    }

    private static void row(ReadHistory liquibase, int order, String author, String id, String file, String type) {
        liquibase
                .database()
                .run("INSERT INTO DATABASECHANGELOG VALUES ('" + id + "', '" + author + "', '" + file
                        + "', '2026-11-22 10:15:00', " + order + ", '" + type
                        + "', '9:d2e6c788a7ad4f8dfa0dd3c162241364', 'sql',"
                        + " 'words', " + (order == 2 ? "'v 1'" : "NULL") + ", '5.0.4', NULL, NULL, '5911175653')");
    }

    @OnEachDatabase
    void a_row_is_the_changeset_of_its_id_author_and_file_from_wherever_that_was_found(DatabaseKind kind) {
        ReadHistory liquibase = liquibase(kind);
        row(liquibase, 2, "bob", "2", "classpath:db/changelog/a.sql", "RERAN");
        row(liquibase, 1, "ann", "1", "a.sql", "EXECUTED");
        row(liquibase, 3, "ann", "2", "db/b.sql", "MARK_RAN");
        row(liquibase, 4, "ann", "2", "a.sql", "FAILED");

        assertThat(liquibase.entries(listed()))
                .containsExactly(
                        "a.sql::1::ann APPLIED",
                        "a.sql::2::bob APPLIED",
                        "db/b.sql::2::ann MISSING",
                        "a.sql::2::ann UNKNOWN");
        ForeignHistory.Contents contents = liquibase.of(listed()).orElseThrow();
        assertThat(contents.problems()).isEmpty();
        Entry tagged = contents.entries().get(1);
        assertThat(tagged.tags()).containsExactly("v_1");
        assertThat(tagged.description()).isEqualTo("words");
        assertThat(tagged.ranOn()).contains(Instant.parse("2026-11-22T10:15:00Z"));
        assertThat(tagged.row()).containsEntry(kind == DatabaseKind.POSTGRESQL ? "author" : "AUTHOR", "bob");
    }

    @OnEachDatabase
    void rows_of_another_folder_are_not_taken_for_ours_unless_somebody_says_so(DatabaseKind kind) {
        ReadHistory liquibase = liquibase(kind);
        row(liquibase, 1, "ann", "1", "db/changelog/a.sql", "EXECUTED");
        row(liquibase, 2, "ann", "2", "db/billing/a.sql", "EXECUTED");

        assertThat(liquibase.of(listed()).orElseThrow().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isTrue())
                .asString()
                .isEqualTo(
                        "[liquibase/several-folders] Liquibase knew files of this pack's names in several folders, so"
                                + " some may be another pack's: 'db/billing/a.sql', 'db/changelog/a.sql'. Say in the pack's"
                                + " settings which folder is this one, as 'historyFolder: db/billing'.");

        MigrationFolder named = listed(Map.of("historyFolder", "db/changelog/"));
        assertThat(liquibase.entries(named))
                .containsExactly("a.sql::1::ann APPLIED", "db/billing/a.sql::2::ann UNKNOWN");
        assertThat(liquibase.of(named).orElseThrow().problems()).isEmpty();
        assertThat(liquibase.of(named).orElseThrow().entries())
                .extracting(Entry::knownAs)
                .containsExactly(Optional.of("db/changelog/a.sql"), Optional.empty());
    }

    @OnEachDatabase
    void rows_that_are_all_of_another_folder_are_doubted(DatabaseKind kind) {
        ReadHistory liquibase = liquibase(kind);
        row(liquibase, 1, "ann", "1", "db/billing/a.sql", "EXECUTED");

        assertThat(liquibase.of(listed()).orElseThrow().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isFalse())
                .asString()
                .startsWith("[liquibase/other-folder] Liquibase knew files of this pack's names in 'db/billing'");
        MigrationFolder named = listed(Map.of("historyFolder", "db/billing"));
        assertThat(liquibase.entries(named)).containsExactly("a.sql::1::ann APPLIED");
        assertThat(liquibase.of(named).orElseThrow().problems()).isEmpty();
    }

    @OnEachDatabase
    void a_tag_that_several_rows_of_one_moment_have_is_the_last_ones(DatabaseKind kind) {
        ReadHistory liquibase = liquibase(kind);
        row(liquibase, 1, "ann", "1", "a.sql", "EXECUTED");
        row(liquibase, 2, "ann", "2", "a.sql", "EXECUTED");
        row(liquibase, 3, "bob", "2", "a.sql", "EXECUTED");
        liquibase.database().run("UPDATE DATABASECHANGELOG SET TAG = 'v1' WHERE ORDEREXECUTED < 3");

        assertThat(liquibase.of(listed()).orElseThrow().entries())
                .extracting(Entry::tags)
                .containsExactly(List.of(), List.of("v1"), List.of());
    }

    @OnEachDatabase
    void a_lock_that_is_held_is_refused(DatabaseKind kind) {
        ReadHistory liquibase = liquibase(kind);
        liquibase
                .database()
                .run("UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKEDBY = 'host (10.0.0.1)', LOCKGRANTED ="
                        + " '2026-11-22 10:15:00'");

        assertThat(liquibase.of(listed()).orElseThrow().problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.isError()).isTrue();
                    assertThat(problem)
                            .asString()
                            .startsWith(
                                    "[liquibase/locked] Liquibase's lock is held by host (10.0.0.1) since 2026-11-22");
                });
    }

    @OnEachDatabase
    void its_lock_has_its_usual_name_beside_a_history_of_another_unless_somebody_says_so(DatabaseKind kind) {
        ReadHistory liquibase = liquibase(kind);
        liquibase
                .database()
                .run(
                        "CREATE TABLE ledger AS SELECT * FROM DATABASECHANGELOG",
                        "CREATE TABLE my_lock AS SELECT * FROM DATABASECHANGELOGLOCK",
                        "UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE");
        MigrationFolder renamed = listed(Map.of("historyTable", "ledger"));
        MigrationFolder both = listed(Map.of("historyTable", "ledger", "lockTable", "my_lock"));

        assertThat(codes(liquibase, renamed)).containsExactly("liquibase/locked");
        assertThat(codes(liquibase, both)).isEmpty();
        liquibase.database().run("UPDATE my_lock SET LOCKED = TRUE", "UPDATE DATABASECHANGELOGLOCK SET LOCKED = FALSE");
        assertThat(codes(liquibase, renamed)).isEmpty();
        assertThat(codes(liquibase, both)).containsExactly("liquibase/locked");
    }

    private static List<String> codes(ReadHistory liquibase, MigrationFolder folder) {
        return liquibase.of(folder).orElseThrow().problems().stream()
                .map(problem -> problem.code().path())
                .toList();
    }

    @OnEachDatabase
    void another_table_of_that_name_is_not_its(DatabaseKind kind) {
        ReadHistory liquibase = liquibase(kind);
        liquibase.database().run("DROP TABLE DATABASECHANGELOG", "CREATE TABLE DATABASECHANGELOG (id int)");

        assertThat(liquibase.of(listed())).isEmpty();
    }
}

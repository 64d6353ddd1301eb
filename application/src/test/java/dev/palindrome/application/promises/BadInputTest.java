package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** See {@link BadPlugInTest} and {@link BadConnectionTest}, too. */
@DisplayName("Promise 17: bad input gets a clear error, before anything has run")
class BadInputTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void a_quote_that_nothing_closes_is_named_with_its_line(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .file(
                        "0002__b.sql",
                        "-- forwards\nCREATE TABLE b (id int);\n\nINSERT INTO b VALUES ('it;\n-- backwards\n");

        assertRefused(bench, "script/unterminated", "0002__b.sql:4");
    }

    @OnEachDatabase
    void a_misspelt_section_is_named_with_its_line(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .file("0002__b.sql", "-- forwards\nCREATE TABLE b (id int);\n-- backward\nDROP TABLE b;\n");

        assertRefused(bench, "migration/malformed", "0002__b.sql:3", "'-- backwards'");
    }

    @OnEachDatabase
    void a_misspelt_attribute_is_named_with_its_line_and_the_nearest(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .file(
                        "0002__b.sql",
                        "-- palindrome: descripton=\"b\"\n-- forwards\nCREATE TABLE b (id int);\n-- backwards\nDROP TABLE b;");

        assertRefused(bench, "migration/malformed", "0002__b.sql:1", "did you mean 'description'");
    }

    @OnEachDatabase
    void two_migrations_with_one_id_are_both_named(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b").file("0002__other.sql", "CREATE TABLE c (id int);");

        assertRefused(bench, "migration/duplicate", "0002__test.sql", "0002__other.sql");
    }

    @OnEachDatabase
    void all_findings_are_reported_together(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .file("0001__a.sql", "-- forwards\nCREATE TABLE a (id int);\n-- backward\nDROP TABLE a;\n")
                .table("0002", "b")
                .file("0003__c.sql", "-- forwards\nINSERT INTO b VALUES ('\n")
                .file("0004__d.sql", "-- forwards\nBEGIN;\nCREATE TABLE d (id int);\n")
                .file("0005__e.sql", "-- palindrome: depends=nowhere:1\n-- forwards\nCREATE TABLE e (id int);\n");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .extracting(problem -> problem.code().path())
                .contains(
                        "migration/malformed",
                        "script/unterminated",
                        "script/transaction",
                        "migration/dependency-missing");
        assertThat(result.problems())
                .filteredOn(Problem::isError)
                .allSatisfy(problem -> assertThat(problem.location()).isPresent());
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnEachDatabase
    void dependencies_in_a_circle_are_shown_as_one(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").dependsOn("bank");
        bench.app("bank").table("0001", "b").dependsOn("shop");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.problems()).extracting(Problem::toString).anyMatch(text -> text.contains("circle"));
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnEachDatabase
    void a_history_table_that_another_tool_made_is_left_alone(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");
        bench.database()
                .run(
                        "CREATE TABLE \"palindrome_history\" (version bigint, dirty boolean)",
                        "INSERT INTO \"palindrome_history\" VALUES (7, false)");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .extracting(problem -> problem.code().path())
                .containsExactly("history/foreign-table");
        assertThat(result.message().toLowerCase(Locale.ROOT))
                .contains("palindrome_history", "version, dirty", "history.table");
        assertThatThrownBy(() -> bench.check("shop")).isInstanceOf(ProblemException.class);
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.database().rows("SELECT version FROM \"palindrome_history\""))
                .containsExactly("7");
        assertThat(bench.with(builder -> builder.historyTable("shop_history"), engine -> engine.forwards("shop"))
                        .success())
                .isTrue();
    }

    @Test
    void one_app_that_is_wrong_does_not_keep_another_from_running() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("bank").file("0001__a.sql", "-- forwards\n-- forwards\n");
        bench.app("shop").table("0001", "a");

        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.forwards("bank", "all").success()).isFalse();
        assertThat(bench.forwards("all", "all").success()).isFalse();
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Palindrome.on("jdbc:sqlite:" + folder.resolve("database"))
                        .folder("shop", folder.resolve("no-such-folder"))
                        .build())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no-such-folder")
                .hasMessageContaining("[pack/not-found]");
        assertThat(Files.exists(folder.resolve("database"))).isFalse();
    }

    @Test
    void a_folder_in_no_known_format_is_named_with_those_that_are_known() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").file("create tables.sql", "CREATE TABLE a (id int);");

        assertRefused(bench, "pack/format", bench.app("shop").folder().toString(), "palindrome", "golang-migrate");
    }

    @Test
    void a_file_that_is_not_utf_8_is_named() throws Exception {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").table("0001", "a");
        Files.write(
                bench.app("shop").folder().resolve("0002__b.sql"),
                "CREATE TABLE b (größe int);".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(bench, "migration/malformed", "0002__b.sql", "UTF-8");
    }

    @Test
    void an_app_named_all_is_refused() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("all").table("0001", "a");

        assertThat(bench.forwards("all", "all").message()).contains("'all' is no name for an app");
    }

    @Test
    void a_target_that_cannot_be_an_id_is_refused() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").table("0001", "a");

        for (String target : List.of("", " ", "x".repeat(201), "a\nb")) {
            MigrationResult result = bench.forwards("shop", target);
            assertThat(result.success()).isFalse();
            assertThat(result.problems())
                    .extracting(problem -> problem.code().path())
                    .containsExactly("request/target");
        }
    }

    @Test
    void two_histories_on_one_search_path_are_not_mixed_up() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop").table("0001", "a");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.database().run("CREATE SCHEMA postgres"); // the user's name: it comes before public

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("public.palindrome_history", "postgres.palindrome_history");
    }

    private static void assertRefused(Workbench bench, String code, String... texts) {
        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().path()).isEqualTo(code);
                    assertThat(problem.toString()).contains(texts);
                });
        assertThat(bench.database().allTables()).isEmpty();
    }
}

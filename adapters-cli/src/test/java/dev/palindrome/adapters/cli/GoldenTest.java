package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.cli.terminal.Traits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see, command by command. */
class GoldenTest {
    @TempDir
    Path folder;

    private CommandLineFixture shop;

    @BeforeEach
    void shop() {
        shop = CommandLineFixture.withShop(folder);
    }

    @Test
    void help_lists_the_commands() {
        Golden.assertSame(
                "help", shop, shop.run("--help"), shop.run("forwards", "-h"), shop.run("backwards", "--help"));
    }

    @Test
    void forwards_runs_what_is_pending() {
        Golden.assertSame(
                "forwards",
                shop,
                shop.run("forwards", "shop", "1"),
                shop.run("forwards", "shop"),
                shop.run("forwards", "shop"),
                shop.run("forwards", "shop", "0001"));
    }

    @Test
    void forwards_can_record_without_running() {
        Golden.assertSame("forwards-fake", shop, shop.run("forwards", "shop", "--fake"), shop.run("check", "shop"));
    }

    @Test
    void a_preview_is_sql_to_paste() {
        Golden.assertSame(
                "preview",
                shop,
                shop.run("forwards", "shop", "--preview"),
                shop.run("forwards", "shop"),
                shop.run("backwards", "shop", "all", "--preview", "--clean"));
    }

    @Test
    void backwards_asks_and_reverses() {
        shop.run("forwards", "shop");

        Run unanswered = shop.run("backwards", "shop");
        shop.traits = new Traits(true, false, false, true, 80);
        shop.typed = "y\n";
        Run agreed = shop.run("backwards", "shop");
        Run clean = shop.run("backwards", "shop", "all", "--clean", "-y");

        Golden.assertSame("backwards", shop, unanswered, agreed, clean, shop.run("backwards", "shop"));
        assertThat(shop.files("shop")).containsExactly("0002__email.sql");
    }

    @Test
    void what_stopped_half_way_is_shown_and_taken_back_or_settled() {
        shop.run("forwards", "shop");
        shop.file("shop/0003__stock.sql", """
                -- palindrome: transaction=none
                -- forwards
                CREATE TABLE stock (id integer);
                CREATE TABLE shelf (id integer);
                INSERT INTO nowhere VALUES (1);
                -- backwards
                DROP TABLE shelf;
                DROP TABLE stock;
                """);
        Golden.assertSame(
                "half-done",
                shop,
                shop.run("forwards", "shop"),
                shop.run("check", "shop"),
                shop.run("repair", "shop"),
                shop.run("repair", "shop", "--settle", "undone", "-y"),
                shop.run("backwards", "shop", "--preview"),
                shop.run("backwards", "shop", "-y"),
                shop.run("check", "shop"));
    }

    @Test
    void repair_accepts_changed_content_when_told_so() {
        shop.run("forwards", "shop");
        shop.file("shop/0002__email.sql", "-- forwards\nSELECT 1;\n-- backwards\nSELECT 2;\n");
        Golden.assertSame(
                "repair",
                shop,
                shop.run("check", "shop"),
                shop.run("repair", "shop"),
                shop.run("repair", "shop", "--preview"),
                shop.run("repair", "shop", "-y"),
                shop.run("check", "shop"),
                shop.run("repair", "shop", "-y"),
                shop.run("repair", "shop", "--settle", "whole", "-y"),
                shop.run("repair", "shop", "--settle", "maybe"),
                shop.run("repair", "--help"));
    }

    @Test
    void check_shows_how_each_migration_stands() {
        Run pending = shop.run("check");
        shop.run("forwards", "shop", "1");
        shop.file("shop/0003__stock.sql", "-- forwards\nCREATE TABLE stock (id integer);\n");
        Golden.assertSame("check", shop, pending, shop.run("check", "shop", "--fail-if-pending"));
    }

    @Test
    void clean_forgets_what_is_gone() throws Exception {
        shop.run("forwards", "shop");
        Files.delete(folder.resolve("shop/0002__email.sql"));

        Golden.assertSame(
                "clean",
                shop,
                shop.run("check"),
                shop.run("clean", "shop"),
                shop.run("clean", "shop", "--auto-agree"),
                shop.run("clean", "all", "-y"));
    }

    @Test
    void sync_makes_the_database_match_the_packs() throws Exception {
        shop.run("forwards", "shop");
        Files.delete(folder.resolve("shop/0002__email.sql"));
        shop.file(
                "shop/0003__stock.sql", "-- forwards\nCREATE TABLE stock (id int);\n-- backwards\nDROP TABLE stock;\n");

        Run check = shop.run("check");
        Run preview = shop.run("sync", "--preview");
        Run unanswered = shop.run("sync");
        shop.traits = new Traits(true, false, false, true, 80);
        shop.typed = "y\n";
        Run agreed = shop.run("sync", "shop");

        Golden.assertSame(
                "sync",
                shop,
                shop.run("sync", "--help"),
                check,
                preview,
                unanswered,
                agreed,
                shop.run("sync", "shop", "-y"),
                shop.run("sync", "nobody"));
    }

    @Test
    void a_tag_names_a_state_to_go_back_to() {
        Golden.assertSame(
                "tag",
                shop,
                shop.run("tag", "--help"),
                shop.run("tag", "shop", "v1"),
                shop.run("forwards", "shop", "1"),
                shop.run("tag", "shop", "v1"),
                shop.run("forwards", "shop", "1"),
                shop.run("tag", "shop", "v1"),
                shop.run("tag", "shop", "not a name"),
                shop.run("backwards", "shop", "--to-tag", "v2", "-y"),
                shop.run("backwards", "shop", "--to-tag", "v1", "-y"),
                shop.run("backwards", "shop", "--to-tag", "v1", "-y"),
                shop.run("backwards", "shop", "--to-tag", "v1", "--only", "0001"),
                shop.run("backwards", "shop", "all", "--only", "0001"));
    }

    @Test
    void only_reverses_one_that_nothing_later_needs() {
        shop.file(
                "shop/0003__stock.sql", "-- forwards\nCREATE TABLE stock (id int);\n-- backwards\nDROP TABLE stock;\n");
        shop.run("forwards", "shop");

        Golden.assertSame(
                "only",
                shop,
                shop.run("backwards", "shop", "--only", "0001", "-y"),
                shop.run("backwards", "shop", "--only", "0002", "-y"),
                shop.run("backwards", "shop", "--only", "0002", "-y"),
                shop.run("check"));
    }

    @Test
    void a_stored_reversal_that_was_altered_is_refused() throws Exception {
        shop.run("forwards", "shop");
        Files.delete(folder.resolve("shop/0002__email.sql"));
        try (Connection connection = DriverManager.getConnection(shop.url());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE palindrome_history SET reversal = replace(reversal, 'email', 'nick')");
        }

        Golden.assertSame(
                "spoiled",
                shop,
                shop.run("backwards", "shop", "-y"),
                shop.run("backwards", "shop", "--preview"),
                shop.run("check"));
    }

    @Test
    void new_writes_a_file() {
        Golden.assertSame(
                "new",
                shop,
                shop.run("new", "shop", "--description", "gift vouchers"),
                shop.run("new", "shop", "--format", "sql"),
                shop.run("new", "shop", "--format", "yaml", "--description", "in YAML"),
                shop.run("new", "shop", "--format", "yaml", "--description", "again"),
                shop.run("new", "nobody"));
        assertThat(shop.files("shop"))
                .contains(
                        "2026-03-02T10-15-00-123456__gift_vouchers.sql",
                        "2026-03-02T10-15-00-123456.sql",
                        "2026-03-02T10-15-00-123456__in_yaml.yaml",
                        "migration.schema.json");
    }

    @Test
    void packs_and_adapters_are_listed() {
        Golden.assertSame("packs", shop, shop.run("packs"));
        assertThat(shop.run("adapters").out()).contains("sqlite", "postgresql", "h2", "adapters-jdbc");
    }
}

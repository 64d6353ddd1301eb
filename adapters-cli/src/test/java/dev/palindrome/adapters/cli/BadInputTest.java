package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see when something is wrong: what, where, and what to do. */
class BadInputTest {
    private static final String TABLE = "-- forwards\nCREATE TABLE t (id integer);\n-- backwards\nDROP TABLE t;\n";

    @TempDir
    Path folder;

    private CommandLineFixture shop;

    @BeforeEach
    void shop() {
        shop = CommandLineFixture.withShop(folder);
    }

    @Test
    void an_unknown_app_or_migration_is_answered_with_what_there_is() {
        Golden.assertSame(
                "unknown",
                shop,
                shop.run("forwards", "shpo"),
                shop.run("check", "shpo"),
                shop.run("forwards", "shop", "0009"),
                shop.run("backwards", "shop", "0001"));
    }

    @Test
    void a_wrong_command_line_is_explained() {
        Golden.assertSame(
                "usage",
                shop,
                shop.run("frwards", "shop"),
                shop.run("forwards"),
                shop.run("forwards", "shop", "--stepps", "2"),
                shop.run("forwards", "shop", "1", "--steps", "2"),
                shop.run("forwards", "shop", "--steps", "0"),
                shop.run("check", "--output", "xml"));
    }

    @Test
    void an_empty_folder_has_no_migrations() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        Golden.assertSame(
                "empty-folder",
                shop,
                shop.run("check", "empty", "--pack", "empty"),
                shop.run("forwards", "empty", "--pack", "empty"));
    }

    @Test
    void two_migrations_with_one_id_stop_their_app() {
        shop.file("twice/1_one.up.sql", "CREATE TABLE a (id integer);").file("twice/1_two.up.sql", "SELECT 1;");
        Golden.assertSame(
                "duplicate-id", shop, shop.run("forwards", "twice", "--pack", "twice", "--format", "golang-migrate"));
    }

    @Test
    void apps_that_depend_on_each_other_in_a_circle_are_refused() {
        shop.file("a/0001__a.sql", TABLE)
                .file("a/pack.yaml", "dependsOn: [{app: b, path: ../b}]\n")
                .file("b/0001__b.sql", TABLE.replace("TABLE t", "TABLE u"))
                .file("b/pack.yaml", "dependsOn: [{app: a, path: ../a}]\n");
        Golden.assertSame("cycle", shop, shop.run("forwards", "a", "--pack", "a"));
    }

    @Test
    void broken_sql_in_the_middle_leaves_what_ran_before_it() {
        shop.file("shop/0003__broken.sql", """
                -- forwards
                CREATE TABLE stock (id integer);

                INSERT INTO stok
                  VALUES (1);
                -- backwards
                DROP TABLE stock;
                """).file("shop/0004__later.sql", TABLE);
        Golden.assertSame("broken-sql", shop, shop.run("forwards", "shop"), shop.run("check"));
    }

    @Test
    void a_missing_reversal_refuses_the_whole_plan() {
        shop.file("shop/0003__oneway.sql", "-- forwards\nCREATE TABLE t (id integer);\n")
                .file("shop/0004__another.sql", "-- forwards\nDROP TABLE t;\n");
        shop.run("forwards", "shop");
        Golden.assertSame(
                "irreversible", shop, shop.run("backwards", "shop", "all", "-y"), shop.run("backwards", "shop"));
    }

    @Test
    void a_jar_that_throws_while_loading_is_named_and_the_rest_works() throws Exception {
        Path jar = BrokenJar.in(folder);
        Run run = shop.run("packs", "--pack", jar.toString());
        Golden.assertSame("broken-jar", shop, run, shop.run("check", "shop", "--pack", jar.toString()));
    }

    @Test
    void a_pack_that_cannot_be_read_fails_the_commands_that_list_it() {
        shop.run("forwards", "shop");
        shop.file("shop/0002__email.sql", "-- forwards\n-- forwards\n");
        Golden.assertSame(
                "unread-pack",
                shop,
                shop.run("check"),
                shop.run("check", "--fail-if-pending"),
                shop.run("packs"),
                shop.run("clean", "shop", "-y"));
    }

    @Test
    void a_folder_in_no_known_format_is_a_wrong_configuration_to_those_commands() {
        shop.run("forwards", "shop");
        shop.file("odd/create tables.sql", "CREATE TABLE a (id integer);");
        Run check = shop.run("check", "--pack", "shop=odd", "--output", "json");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.json().findValuesAsText("code")).containsExactly("pack/format", "history/missing");
        assertThat(shop.run("packs", "--pack", "odd").code()).isEqualTo(2);
    }

    @Test
    void a_url_that_nobody_serves_is_refused_without_its_password() {
        Run run = shop.run("check", "--url", "jdbc:oracle:thin:scott/x@//db?user=scott&password=tiger");
        Golden.assertSame("no-adapter", shop, run);
        assertThat(run.err()).doesNotContain("tiger");
    }

    @Test
    void no_database_at_all_is_said() {
        shop.file("palindrome.yaml", "packs: [{path: shop}]\n");
        Golden.assertSame("no-database", shop, shop.run("check"));
    }

    @Test
    void a_password_is_never_printed() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("secret");
        DriverManager.getConnection(url, "sa", "right").close();
        shop.environment.put("PALINDROME_PASSWORD", "geheim-1");

        List<Run> runs = List.of(
                shop.run("check", "--url", url, "--user", "sa"),
                shop.run("forwards", "shop", "--url", url + ";PASSWORD=geheim-2;USER=sa", "-v"),
                shop.run("forwards", "shop", "--url", url + ";PASSWORD=geheim-3;USER=sa", "--output", "json"),
                shop.run("forwards", "shop", "--what", url + ";PASSWORD=geheim-4"));

        assertThat(runs).allSatisfy(run -> {
            assertThat(run.code()).isIn(2, 4);
            assertThat(run.out() + run.err()).isNotEmpty().doesNotContain("geheim");
        });
        assertThat(runs.get(0).code()).isEqualTo(4);
    }

    @Test
    void a_password_in_the_url_is_not_in_the_command_that_a_preview_offers() {
        Run run = shop.run("forwards", "shop", "--preview", "--url", "jdbc:h2:mem:x;USER=sa;PASSWORD=geheim");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("run exactly this with").doesNotContain("geheim");
    }

    @Test
    void the_history_table_of_another_tool_is_left_alone() throws Exception {
        try (Connection connection = DriverManager.getConnection(shop.url())) {
            connection.createStatement().execute("CREATE TABLE palindrome_history (version bigint, dirty boolean)");
        }
        Golden.assertSame("foreign-history", shop, shop.run("check"), shop.run("forwards", "shop"));
    }

    @Test
    void a_database_that_can_only_be_read_is_said_by_the_database() throws Exception {
        shop.run("forwards", "shop", "1");
        String url = "jdbc:sqlite:file:" + folder.resolve("test.db") + "?mode=ro";
        Run check = shop.run("check", "--url", url);
        Golden.assertSame("read-only", shop, check, shop.run("forwards", "shop", "--url", url));
    }

    @Test
    void a_mistake_in_the_configuration_has_its_line() {
        shop.file("palindrome.yaml", "database:\n  ulr: jdbc:sqlite:x.db\n");
        Golden.assertSame("configuration", shop, shop.run("check"), shop.run("check", "--config", "nowhere.yaml"));
    }
}

package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.cli.terminal.Traits;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    private static final String TABLE = "-- forwards\nCREATE TABLE t (id integer);\n-- backwards\nDROP TABLE t;\n";

    @TempDir
    Path folder;

    private CommandLineFixture shop;

    @BeforeEach
    void shop() {
        shop = CommandLineFixture.withShop(folder);
    }

    @Test
    void options_may_stand_before_or_after_the_command() {
        String other = "jdbc:sqlite:" + folder.resolve("other.db");
        assertThat(shop.run("--url", other, "--output", "json", "forwards", "shop")
                        .json()
                        .get("steps"))
                .hasSize(2);
        assertThat(shop.run("check", "shop", "--output", "json", "--url", other)
                        .json()
                        .findValuesAsText("status"))
                .containsOnly("applied");
        assertThat(shop.run("check", "--output", "json").json().findValuesAsText("status"))
                .containsOnly("pending");
    }

    @Test
    void packs_before_and_after_the_command_add_up() {
        shop.file("a/0001__a.sql", TABLE).file("b/0001__b.sql", TABLE.replace(" t", " u"));
        Run run = shop.run("--pack", "a", "packs", "--pack", "bee=b", "--output", "json");
        assertThat(run.json().get("packs").findValuesAsText("appName")).containsExactly("a", "bee", "shop");
        assertThat(shop.run("packs", "--pack").err()).contains("Option '--pack' needs a value");
    }

    @Test
    void a_pack_on_the_command_line_replaces_the_configured_one_of_that_app() {
        shop.file("elsewhere/0009__only.sql", TABLE);
        assertThat(shop.run("check", "--pack", "shop=elsewhere", "--output", "json")
                        .json()
                        .findValuesAsText("migrationId"))
                .containsExactly("0009");
    }

    @Test
    void options_go_before_the_environment_and_that_before_the_file() {
        shop.environment.put("PALINDROME_URL", "jdbc:nowhere:environment");
        assertThat(shop.run("check").err()).contains("jdbc:nowhere:environment");
        assertThat(shop.run("check", "--url", "jdbc:nowhere:option").err()).contains("jdbc:nowhere:option");
    }

    @Test
    void a_folder_can_be_forced_into_a_format() {
        shop.file("odd/1_one.up.sql", "CREATE TABLE t (id integer);").file("odd/1_one.down.sql", "DROP TABLE t;");
        Run run = shop.run("packs", "--pack", "odd", "--format", "golang-migrate", "--output", "json");
        assertThat(run.json().get("packs").get(0).get("format").textValue()).isEqualTo("golang-migrate");
        assertThat(shop.run("forwards", "odd", "--pack", "odd", "--format", "nonsense")
                        .err())
                .contains("There is no format 'nonsense'");
    }

    @Test
    void a_literal_id_is_reached_with_id() {
        shop.file("odd/1__one.sql", TABLE).file("odd/2__two.sql", TABLE.replace(" t", " u"));
        shop.file("odd/all__three.sql", TABLE.replace(" t", " v"));
        String[] packs = {"--pack", "odd", "--output", "json"};
        assertThat(shop.run("forwards", "odd", "--id", "1", packs[0], packs[1], packs[2], packs[3])
                        .json()
                        .get("steps"))
                .hasSize(1);
        assertThat(shop.run("forwards", "odd", "--id", "all", packs[0], packs[1], packs[2], packs[3])
                        .json()
                        .get("steps"))
                .hasSize(2);
        assertThat(shop.run("backwards", "odd", "-y", "--steps", "2", packs[0], packs[1], packs[2], packs[3])
                        .json()
                        .get("steps"))
                .hasSize(2);
    }

    @Test
    void colour_is_sent_on_request_only() {
        assertThat(shop.run("check").out()).doesNotContain("\u001B");
        assertThat(shop.run("check", "--color", "always").out()).contains("\u001B[33mpending\u001B[0m");
        shop.traits = new Traits(false, true, true, true, 80);
        assertThat(shop.run("check").out()).contains("\u001B[33m");
        assertThat(shop.run("check", "--color", "never").out()).doesNotContain("\u001B");
        shop.environment.put("NO_COLOR", "1");
        assertThat(shop.run("check").out()).doesNotContain("\u001B");
    }

    @Test
    void quiet_says_only_what_is_wrong() {
        assertThat(shop.run("forwards", "shop", "-q").out()).isEmpty();
        assertThat(shop.run("-q", "forwards", "nobody").err()).contains("app/unknown");
    }

    @Test
    void the_version_can_be_asked_for_among_other_words() {
        assertThat(shop.run("--version", "--color", "never").out()).startsWith("palindrome 0.");
    }
}

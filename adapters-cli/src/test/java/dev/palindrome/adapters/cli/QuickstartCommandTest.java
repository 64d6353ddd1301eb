package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartCommandTest {
    @TempDir
    Path folder;

    private CommandLineFixture nowhere;

    /** The examples as the distribution has them, but for the jar, which is not built yet when this runs. */
    @BeforeEach
    void distribution() throws IOException {
        Path examples = folder.resolve("home/examples");
        copy(Path.of("../examples/shop"), examples.resolve("shop"));
        copy(Path.of("../examples/geo"), examples.resolve("geo"));
        String configuration = Files.readString(Path.of("src/main/dist/examples/palindrome.yaml"));
        assertThat(configuration).contains("  - path: music.jar\n");
        Files.writeString(examples.resolve("palindrome.yaml"), configuration.replace("  - path: music.jar\n", ""));
        nowhere = new CommandLineFixture(Files.createDirectory(folder.resolve("work")));
        nowhere.home = Optional.of(folder.resolve("home"));
    }

    @Test
    void the_tour_shows_each_command_and_what_it_does() {
        Run run = nowhere.run("quickstart");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsSubsequence(
                        "$ palindrome forwards all",
                        "✓ geo:1",
                        "✓ shop:0006",
                        "$ palindrome check\n",
                        "applied",
                        "$ palindrome backwards shop --preview",
                        "DROP VIEW",
                        "-- plan ",
                        "$ palindrome backwards shop --auto-agree",
                        "1 migration reversed",
                        "$ palindrome check shop",
                        "pending",
                        "$ palindrome forwards shop",
                        "1 migration ran forwards",
                        "yours to edit");
    }

    @Test
    void it_runs_again_and_keeps_what_was_edited() throws IOException {
        nowhere.run("quickstart");
        Path shop = nowhere.folder.resolve("palindrome-quickstart/shop");
        Files.writeString(
                shop.resolve("0007__mine.sql"),
                "-- forwards\nCREATE TABLE mine (id integer);\n-- backwards\nDROP TABLE mine;\n");
        Files.writeString(shop.resolve("README.md"), "mine");

        Run again = nowhere.run("quickstart", "--output", "json");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.json().get("folder").textValue()).endsWith("palindrome-quickstart");
        assertThat(again.err()).contains("shop:0007");
        assertThat(shop.resolve("README.md")).hasContent("mine");
    }

    @Test
    void a_database_that_is_configured_elsewhere_is_not_touched() {
        nowhere.environment.put("PALINDROME_URL", "jdbc:nonsense:x");
        assertThat(nowhere.run("quickstart").out()).contains("PALINDROME_URL is set");
        Run refused = nowhere.run("quickstart", "--url", "jdbc:sqlite:x.db");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("leave --url");
    }

    @Test
    void without_the_distribution_there_is_nothing_to_show() {
        nowhere.home = Optional.empty();
        Run run = nowhere.run("quickstart");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("quickstart/no-examples");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}

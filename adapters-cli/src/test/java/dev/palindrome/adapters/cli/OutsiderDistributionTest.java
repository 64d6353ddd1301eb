package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An adapter that none of us wrote, and its driver, dropped into {@code adapters/}: nothing else is changed. */
class OutsiderDistributionTest {
    private static final Path JARS = Path.of("target/outsider");
    private static final String URL = "jdbc:hsqldb:file:shop/of/hsqldb";

    @TempDir
    Path folder;

    private DistributionFixture palindrome;

    @BeforeEach
    void distribution() throws IOException {
        palindrome = DistributionFixture.in(folder);
        CommandLineFixture.withShop(palindrome.work).file("shop/0003__no_nick.yaml", """
                description: nobody has a nick
                operations:
                  - dropColumn: {table: customer, column: nick}
                """);
        Files.writeString(palindrome.work.resolve("palindrome.yaml"), "packs: [{path: shop}]\n");
    }

    private void drop(String jars) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(JARS, jars)) {
            for (Path jar : found) {
                Files.copy(jar, palindrome.home.resolve("adapters").resolve(jar.getFileName()));
            }
        }
    }

    @Test
    void it_is_listed_with_what_it_can_do() throws Exception {
        Run before = palindrome.run("adapters");
        drop("*.jar");
        Run after = palindrome.run("adapters");

        assertThat(before.out()).doesNotContain("hsqldb");
        assertThat(after.code()).as(after.err()).isZero();
        assertThat(after.out()).contains("hsqldb", "palindrome-example-hsqldb-adapter");
    }

    @Test
    void it_goes_forwards_and_backwards_in_one_process_after_another() throws Exception {
        drop("*.jar");
        Run forwards = palindrome.run("forwards", "shop", "--url", URL);
        Run again = palindrome.run("forwards", "shop", "--url", URL);
        Run backwards = palindrome.run("backwards", "shop", "0002", "-y", "--url", URL);
        Run check = palindrome.run("check", "--output", "json", "--url", URL);

        assertThat(forwards.code()).as(forwards.err()).isZero();
        assertThat(forwards.out()).contains("3 migrations ran forwards");
        assertThat(again.out()).contains("Nothing to do");
        assertThat(backwards.code()).as(backwards.err()).isZero();
        assertThat(backwards.out()).contains("2 migrations reversed");
        assertThat(check.json().get("statuses")).hasSize(3);
        assertThat(check.json().get("statuses").findValuesAsText("status"))
                .containsExactly("applied", "pending", "pending");
    }

    @Test
    void without_the_adapter_no_other_takes_its_url() throws Exception {
        drop("hsqldb-*.jar");
        Run run = palindrome.run("forwards", "shop", "--url", URL);

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("jdbc:hsqldb");
    }
}

package dev.palindrome.adapters.files;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.palindrome.adapters.files.liquibase.LiquibaseFormat;
import dev.palindrome.adapters.files.play.PlayFormat;
import dev.palindrome.adapters.files.play.PlayHistory;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each reads so much that it would take minutes if the time grew with the square of it. */
class LinearTimeTest {
    @TempDir
    Path path;

    private static String repeated(int times, IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
    }

    private Contents read(MigrationFormat format, String fileName, String text) {
        TestFolder folder = new TestFolder(path).file(fileName, text);
        return assertTimeoutPreemptively(ofSeconds(20), () -> folder.read(format));
    }

    @Test
    void liquibase_changesets_that_all_run_again() {
        String changesets = repeated(40_000, i -> "--changeset a:" + i + " runOnChange:true\nA;\n--rollback B;\n");
        Contents contents = read(new LiquibaseFormat(), "a.sql", "--liquibase formatted sql\n" + changesets);
        assertThat(contents.migrations()).hasSize(40_000);
        assertThat(contents.problems()).isEmpty();
    }

    @Test
    void a_liquibase_changeset_of_many_statements() {
        String text = "--liquibase formatted sql\n--changeset a:1\n" + repeated(200_000, i -> "A `b\ngo\n");
        assertThat(read(new LiquibaseFormat(), "a.sql", text)
                        .migrations()
                        .get(0)
                        .forwards())
                .hasSize(200_000)
                .last()
                .hasToString("SqlScript[text=\nA `b\n, location=" + path.resolve("a.sql") + ":400000]");
    }

    @Test
    void an_evolution_of_play_of_one_long_statement() {
        String text = "# --- !Ups\nINSERT\n" + repeated(300_000, i -> "some more text, row by row\n") + ";\n";
        assertThat(read(new PlayFormat(), "1.sql", text).migrations().get(0).forwards())
                .hasSize(1);
    }

    @Test
    void a_history_of_play_with_many_rows() {
        int evolutions = 15_000;
        TestFolder folder = new TestFolder(path);
        IntStream.rangeClosed(1, evolutions)
                .forEach(i -> folder.file(i + ".sql", "# --- !Ups\nA;\n# --- !Downs\nB;\n"));
        ForeignHistory.Pack pack =
                ForeignHistory.Pack.of(folder.read(new PlayFormat()).migrations(), Optional.of(folder.listed()));
        List<String> columns =
                List.of("id", "hash", "applied_at", "apply_script", "revert_script", "state", "last_problem");
        List<Row> rows = IntStream.rangeClosed(1, evolutions)
                .mapToObj(i -> Row.of(columns, List.of(i, "", "2026-11-22 10:15:00", "A;", "B;", "applied", "")))
                .toList();
        ForeignTables tables = new ForeignTables(
                answering(Session.class, rows),
                answering(SchemaInspector.class, Optional.of(columns)),
                answering(Dialect.class, "x"));
        assertThat(assertTimeoutPreemptively(ofSeconds(20), () -> new PlayHistory().read(tables, pack))
                        .entries())
                .hasSize(evolutions);
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}

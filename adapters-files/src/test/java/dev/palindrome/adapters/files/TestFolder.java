package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of the app 'shop' for one test. In texts it is called {@code db}, wherever it is. */
record TestFolder(Path path) {

    TestFolder file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    TestFolder file(String name, byte[] bytes) {
        try {
            Files.write(path.resolve(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MigrationFolder listed() {
        return MigrationFolder.list("shop", path);
    }

    MigrationFormat.Contents read(MigrationFormat format) {
        return format.read(listed());
    }

    /** The one migration of a folder without problems. */
    Migration only(MigrationFormat format) {
        MigrationFormat.Contents contents = read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(contents.migrations()).hasSize(1);
        return contents.migrations().get(0);
    }

    List<String> problems(MigrationFormat format) {
        return read(format).problems().stream().map(this::shown).toList();
    }

    String shown(Problem problem) {
        return problem.severity() + " " + shown(problem.toString());
    }

    String shown(String text) {
        return text.replace(path.toString(), "db").replace('\\', '/');
    }

    /** A half as {@code db/file.sql:line>text}, one script per line. */
    String shown(List<Operation> half) {
        StringBuilder shown = new StringBuilder();
        for (Operation operation : half) {
            SqlScript script = (SqlScript) operation;
            shown.append(shown(script.location().toString())).append('>').append(script.text());
        }
        return shown.toString();
    }

    String forwards(Migration migration) {
        return shown(migration.forwards());
    }

    /** A given reversal as {@link #shown(List)} shows it, any other by its name. */
    String backwards(Migration migration) {
        if (migration.reversal() instanceof Reversal.Absent absent) {
            return "absent: " + shown(absent.reason());
        }
        return migration.reversal() instanceof Reversal.NotNeeded
                ? "not needed"
                : shown(migration.reversal().operations());
    }

    static List<String> ids(MigrationFormat.Contents contents) {
        return contents.migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }
}

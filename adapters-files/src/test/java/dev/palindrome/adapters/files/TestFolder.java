package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.spi.FormatSettings;
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
import java.util.Map;
import java.util.Optional;

/** A folder of the app 'shop' for one test. In texts it is called {@code db}, wherever it is. */
public record TestFolder(Path path, FormatSettings settings) {

    public TestFolder(Path path) {
        this(path, FormatSettings.NONE);
    }

    public TestFolder file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestFolder file(String name, byte[] bytes) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same folder, of which users say more. */
    public TestFolder with(Map<String, String> values, Map<String, String> environment) {
        return new TestFolder(path, new FormatSettings(values, environment, Optional::empty));
    }

    public MigrationFolder listed() {
        return MigrationFolder.list("shop", path, settings);
    }

    public MigrationFormat.Contents read(MigrationFormat format) {
        return format.read(listed());
    }

    /** The one migration of a folder without problems. */
    public Migration only(MigrationFormat format) {
        MigrationFormat.Contents contents = read(format);
        assertThat(contents.problems()).isEmpty();
        assertThat(contents.migrations()).hasSize(1);
        return contents.migrations().get(0);
    }

    public List<String> problems(MigrationFormat format) {
        return read(format).problems().stream().map(this::shown).toList();
    }

    public String shown(Problem problem) {
        return problem.severity() + " " + shown(problem.toString());
    }

    public String shown(String text) {
        return text.replace(path.toString(), "db").replace('\\', '/');
    }

    /** A half as {@code db/file.sql:line>text}, one script per line. */
    public String shown(List<Operation> half) {
        StringBuilder shown = new StringBuilder();
        for (Operation operation : half) {
            SqlScript script = operation instanceof ExpandedScript expanded ? expanded.script() : (SqlScript) operation;
            shown.append(shown(script.location().toString())).append('>').append(script.text());
        }
        return shown.toString();
    }

    public String forwards(Migration migration) {
        return shown(migration.forwards());
    }

    /** A given reversal as {@link #shown(List)} shows it, any other by its name. */
    public String backwards(Migration migration) {
        if (migration.reversal() instanceof Reversal.Absent absent) {
            return "absent: " + shown(absent.reason());
        }
        return migration.reversal() instanceof Reversal.NotNeeded
                ? "not needed"
                : shown(migration.reversal().operations());
    }

    public static List<String> ids(MigrationFormat.Contents contents) {
        return contents.migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }
}

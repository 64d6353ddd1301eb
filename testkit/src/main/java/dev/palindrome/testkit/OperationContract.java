package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a database when each typed operation goes forwards, backwards and forwards again: the catalogue is what it
 * was, object by object and property by property. One that the database has nothing like is refused itself, whatever became of
 * the ground on which it was to stand.
 */
public abstract class OperationContract extends DatabaseContract {

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected OperationContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    static List<OperationCase> cases() {
        return OperationCase.all();
    }

    @Test
    void what_is_declared_unsupported_or_irreversible_is_a_case() {
        assertThat(cases())
                .extracting(OperationCase::name)
                .containsAll(testDatabase().unsupported())
                .containsAll(testDatabase().irreversible());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_operation_goes_forwards_backwards_and_forwards_again(OperationCase example) throws IOException {
        OperationRunner runner = new OperationRunner(database(), dialect(), session());
        List<Operation> ground = testDatabase().ground(example);
        if (testDatabase().unsupported().contains(example.name())) {
            ground.stream().filter(made -> !runner.refuses(made)).forEach(runner::forwards);
            assertThat(runner.refuses(example.operation()))
                    .as("whether the operation itself is refused")
                    .isTrue();
            return;
        }
        ground.forEach(runner::forwards);
        List<SchemaObject> before = runner.catalogue();

        OperationRunner.Run first = runner.forwards(example.operation());
        List<SchemaObject> after = runner.catalogue();
        compareWithGolden(example, first);
        if (testDatabase().irreversible().contains(example.name())) {
            assertThat(first.reversal()).isInstanceOf(Reversal.Absent.class);
            return;
        }
        runner.backwards(first);
        assertThat(runner.catalogue()).as("after going backwards").isEqualTo(before);
        runner.forwards(example.operation());
        assertThat(runner.catalogue()).as("after going forwards again").isEqualTo(after);
    }

    private void compareWithGolden(OperationCase example, OperationRunner.Run run) throws IOException {
        Optional<Path> folder = testDatabase().goldenFolder();
        if (folder.isEmpty()) {
            return;
        }
        Path file = folder.get().resolve(example.name() + ".sql");
        String text = text(run);
        if (!Files.exists(file)) {
            Files.createDirectories(folder.get());
            Files.writeString(file, text);
            throw new AssertionError("The golden file " + file + " was missing and is written now: look at it");
        }
        assertThat(text).isEqualTo(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(OperationRunner.Run run) {
        StringBuilder text = new StringBuilder("-- forwards\n");
        run.forwards().forEach(i -> text.append(i.inline(dialect())).append(";\n"));
        text.append("-- backwards\n");
        if (run.reversal() instanceof Reversal.Absent absent) {
            text.append("-- none: ").append(absent.reason()).append('\n');
        }
        run.backwards().forEach(i -> text.append(i.inline(dialect())).append(";\n"));
        return text.toString();
    }
}

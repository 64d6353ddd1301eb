package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.palindrome.spi.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Whoever extends the contracts gets a report, without doing anything for it. */
final class ReportTest {
    @TempDir
    private Path folder;

    /** Not run by itself. */
    static final class Outsiders {
        @Nested
        final class Transactions extends TransactionContract {
            Transactions() {
                super(new Broken());
            }
        }

        @Nested
        final class Histories extends HistoryContract {
            Histories() {
                super(new Broken());
            }
        }

        @Nested
        final class Splitting extends SplittingContract {
            Splitting() {
                super(new Broken());
            }
        }
    }

    /** Forgets to begin what a script begins. */
    private static final class Broken extends InMemoryTestDatabase {
        @Override
        public Statement beginning() {
            return Statement.of("this begins nothing");
        }

        @Override
        public Set<String> unsupported() {
            return Set.of("move-table", "create-index");
        }
    }

    @Test
    void a_run_is_reported_capability_by_capability_and_topic_by_topic() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(Outsiders.class))
                            .configurationParameter(Reports.FOLDER, folder.toString())
                            .build());
        } finally {
            System.setOut(out);
        }

        String written = Files.readString(folder.resolve("memory.txt"));
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("\n" + written);
        assertThat(written).isEqualTo("""
                What the testkit has seen of the adapter 'memory'

                Capabilities
                  TRANSACTIONAL_DDL    proven                  3 tests   a migration and its history entry commit or roll back as one
                  SCHEMAS              denied, refusal seen     1 test   the history table can have a schema
                  SHARED_DATABASE      denied, not tried       0 tests   runners in several processes wait for one another

                Contracts
                  history               14 tests   Outsiders
                  splitting             17 tests   Outsiders
                  transaction           12 tests   Outsiders, of which 1 FAILED

                Operations
                  not tried
                """);
    }

    @Test
    void what_was_declared_of_operations_is_told_once_they_were_tried() {
        Report report = new Report(new Broken());
        report.note(new Proof("operation", "Outsiders", Optional.empty(), Verdict.PASSED));

        assertThat(report.text()).endsWith("""
                Operations
                  declared unsupported, and refused: create-index, move-table
                  declared irreversible, and said so: none
                """);
    }
}

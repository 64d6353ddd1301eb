package dev.palindrome.adapters.jdbc.pack;

import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.testkit.PalindromeTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a pack's author sees of the test of one line, on embedded databases. */
final class PalindromeTestTest {

    static final class Sound implements MigrationPack {
        @Override
        public String appName() {
            return "sound";
        }

        @Override
        public List<Migration> migrations() {
            return List.of(
                    Migration.id("1")
                            .forwards(createTable(
                                    "customer", column("id", "integer").asPrimaryKey()))
                            .build(),
                    Migration.id("2")
                            .forwards("CREATE INDEX by_id ON customer (id)")
                            .backwards("DROP INDEX by_id")
                            .build());
        }
    }

    static final class Careless implements MigrationPack {
        @Override
        public String appName() {
            return "careless";
        }

        @Override
        public List<Migration> migrations() {
            return List.of(
                    Migration.id("1")
                            .forwards("CREATE TABLE customer (id integer, nick varchar(30))")
                            .backwards("DROP TABLE customer")
                            .build(),
                    Migration.id("2")
                            .forwards("CREATE TABLE address (id integer)", "ALTER TABLE customer DROP COLUMN nick")
                            .backwards("ALTER TABLE customer ADD COLUMN nick varchar(20)")
                            .build(),
                    Migration.id("3")
                            .forwards("CREATE VIEW everybody AS SELECT id FROM customer")
                            .backwards("DROP VIEW everybody")
                            .build());
        }
    }

    static final class Final implements MigrationPack {
        @Override
        public String appName() {
            return "final";
        }

        @Override
        public List<Migration> migrations() {
            return List.of(
                    Migration.id("1")
                            .forwards("CREATE TABLE customer (id integer)")
                            .irreversible("there is no way back")
                            .build(),
                    Migration.id("2")
                            .forwards("CREATE TABLE address (id integer)")
                            .backwards("DROP TABLE address")
                            .build());
        }
    }

    static final class OfSound {
        @PalindromeTest(pack = Sound.class)
        void goes_there_and_back() {}
    }

    static final class OfSoundElsewhere {
        @PalindromeTest(pack = Sound.class, url = "jdbc:sqlite:file:elsewhere?mode=memory&cache=shared")
        void goes_there_and_back() {}
    }

    static final class OfCareless {
        @PalindromeTest(pack = Careless.class)
        void goes_there_and_back() {}
    }

    static final class OfFinal {
        @PalindromeTest(pack = Final.class, irreversible = "1")
        void goes_there_and_back() {}
    }

    static final class OfFinalUndeclared {
        @PalindromeTest(pack = Final.class)
        void goes_there_and_back() {}
    }

    @Test
    void each_migration_is_a_test_in_each_direction() {
        List<String> all = List.of(
                "1 forwards: passed",
                "2 forwards: passed",
                "2 backwards: passed",
                "1 backwards: passed",
                "1 forwards again: passed",
                "2 forwards again: passed");

        assertThat(run(OfSound.class)).isEqualTo(all);
        assertThat(run(OfSoundElsewhere.class)).isEqualTo(all);
    }

    @Test
    void what_a_reversal_leaves_behind_and_does_not_restore_is_named() {
        List<String> lines = run(OfCareless.class);

        assertThat(lines.subList(0, 4))
                .containsExactly(
                        "1 forwards: passed", "2 forwards: passed", "3 forwards: passed", "3 backwards: passed");
        assertThat(lines.get(4))
                .startsWith("2 backwards: The database is not what it was before the migration:")
                .contains("left behind: table 'address'", "changed: column 'nick' of table 'customer'", "(30)", "(20)")
                .doesNotContain("everybody");
        assertThat(lines.subList(5, lines.size()))
                .isNotEmpty()
                .allMatch(line -> line.contains("Not tried, since '2 backwards' failed"));
    }

    @Test
    void a_migration_without_a_way_back_fails_unless_that_is_declared() {
        assertThat(run(OfFinal.class))
                .containsExactly(
                        "1 forwards: passed",
                        "2 forwards: passed",
                        "2 backwards: passed",
                        "1 backwards is refused: passed",
                        "2 forwards again: passed");
        assertThat(run(OfFinalUndeclared.class))
                .anyMatch(line -> line.startsWith("1 backwards: ") && line.contains("there is no way back"));
    }

    private static List<String> run(Class<?> test) {
        List<String> lines = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(test))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier found, TestExecutionResult result) {
                                if (found.isTest()) {
                                    lines.add(found.getDisplayName() + ": "
                                            + result.getThrowable()
                                                    .map(Throwable::getMessage)
                                                    .orElse("passed"));
                                }
                            }
                        });
        return lines;
    }
}

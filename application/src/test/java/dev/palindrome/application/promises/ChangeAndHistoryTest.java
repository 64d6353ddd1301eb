package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** See the package {@code kill}, too, where the process is killed at every instant. */
@DisplayName("Promise 14: change and history are one")
class ChangeAndHistoryTest {
    @TempDir
    private Path folder;

    @Test
    void a_migration_and_its_entry_are_of_one_transaction() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop")
                .migration(
                        "0001",
                        "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\nINSERT INTO a VALUES (1);",
                        "DROP TABLE b;\nDROP TABLE a;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        List<String> transactions = bench.database()
                .rows("SELECT xmin FROM pg_class WHERE relname IN ('a', 'b') UNION SELECT xmin FROM a"
                        + " UNION SELECT xmin FROM palindrome_history");

        assertThat(transactions).hasSize(1);
    }

    @Test
    void a_commit_that_the_database_refuses_leaves_neither_change_nor_entry() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop").migration("0001", """
                        CREATE TABLE parent (id int PRIMARY KEY);
                        CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                        INSERT INTO child VALUES (7);
                        """, "DROP TABLE child;\nDROP TABLE parent;");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.ROLLED_BACK);
        assertThat(result.message()).contains("child_id_fkey");
        assertThat(bench.database().allTables()).isEmpty();
    }

    @Test
    void what_stays_of_a_migration_that_could_not_be_one_transaction_is_said() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop")
                .migration(
                        "0001",
                        "CREATE TABLE a (id int);\nINSERT INTO a VALUES (1), (1);\n"
                                + "CREATE UNIQUE INDEX CONCURRENTLY a_id ON a (id);\nCREATE TABLE b (id int);",
                        "DROP TABLE b;\nDROP TABLE a;");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(result.steps().get(0).transactional()).isFalse();
        assertThat(result.message()).contains("stays in the database");
        assertThat(bench.database().tables()).containsExactly("a");
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void a_script_with_its_own_begin_and_commit_still_has_its_entry_in_the_same_transaction(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration(
                        "0001",
                        "BEGIN;\nCREATE TABLE a (id int);\nINSERT INTO nowhere VALUES (1);\nCOMMIT;",
                        "DROP TABLE a;");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(bench.database().history()).isEmpty();
        if (kind.holdsDefinitions()) {
            assertThat(bench.database().allTables()).isEmpty();
        }
    }
}

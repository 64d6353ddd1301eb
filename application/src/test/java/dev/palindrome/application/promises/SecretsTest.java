package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.OnJournaledDatabases;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Instruction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Secrets among the values of variables are shown to nobody")
class SecretsTest {
    /** What JSON and literals of SQL write otherwise. */
    private static final String SECRET = "s3cret\"42";

    @TempDir
    private Path folder;

    @OnEachDatabase
    void previews_both_ways_mask_them_and_what_runs_has_them(DatabaseKind kind) {
        Workbench bench = bench(kind);

        MigrationResult forwards = bench.forwards(ForwardsRequest.of("shop").preview(true));
        assertThat(forwards.steps()).hasSize(1);
        assertThat(forwards.steps().get(0).statements())
                .contains("INSERT INTO account VALUES ('***')")
                .anyMatch(statement -> statement.contains("palindrome_history") && statement.contains("***"));
        assertThat(forwards.steps().get(0).notes()).anyMatch(note -> note.contains("can't be run by hand"));
        assertThat(forwards.toString()).doesNotContain("s3cret");

        MigrationResult ran = bench.forwards("shop", "all");
        assertThat(ran.success()).describedAs("%s", ran.problems()).isTrue();
        assertThat(ran.toString()).doesNotContain("s3cret");
        assertThat(bench.database().rows("SELECT password FROM account")).isEqualTo(List.of(SECRET));

        MigrationResult backwards = bench.backwards(BackwardsRequest.of("shop").preview(true));
        assertThat(backwards.steps().get(0).statements()).contains("DELETE FROM account WHERE password = '***'");
        assertThat(backwards.toString()).doesNotContain("s3cret");
        assertThat(bench.backwards("shop", "1").toString()).doesNotContain("s3cret");
        assertThat(bench.database().tables()).doesNotContain("account");
    }

    @OnEachDatabase
    void failures_and_progress_mask_them(DatabaseKind kind) {
        Workbench bench = bench(kind);
        bench.app("shop")
                .file("V2__fails.sql", "INSERT INTO account VALUES ('${app_password}'), ('x', '${app_password}');\n");
        List<String> seen = new ArrayList<>();

        MigrationResult result = bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), new RunListener() {
            @Override
            public void statementStarted(Step step, Instruction instruction, int number, int total) {
                seen.add(instruction.text());
            }
        }));

        assertThat(result.failedStep().orElseThrow().failure().orElseThrow().text())
                .isEqualTo("INSERT INTO account VALUES ('***'), ('x', '***')");
        assertThat(result.toString()).doesNotContain("s3cret");
        assertThat(seen)
                .contains("INSERT INTO account VALUES ('***')")
                .noneMatch(statement -> statement.contains("s3cret"));
    }

    @OnJournaledDatabases
    void what_check_says_of_a_half_done_migration_masks_them(DatabaseKind kind) {
        Workbench bench = bench(kind);
        bench.app("shop")
                .file(
                        "V2__fails.sql",
                        "CREATE TABLE a (id int);\nINSERT INTO account VALUES ('${app_password}', '${app_password}');\n");
        assertThat(bench.forwards("shop", "all").success()).isFalse();

        CheckReport report = bench.with(engine -> engine.report("shop"));

        assertThat(report.problems())
                .anyMatch(problem -> problem.message().contains("half-done")
                        && problem.message().contains("VALUES ('***', '***')"));
        assertThat(report.toString()).doesNotContain("s3cret");
        assertThat(bench.forwards("shop", "all").toString()).doesNotContain("s3cret");
    }

    private Workbench bench(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .file("pack.yaml", "format: flyway\nsettings: {placeholders.app_password: '" + SECRET + "'}\n")
                .file(
                        "V1__account.sql",
                        "CREATE TABLE account (password varchar(20));\nINSERT INTO account VALUES ('${app_password}');\n")
                .file(
                        "U1__account.sql",
                        "DELETE FROM account WHERE password = '${app_password}';\nDROP TABLE account;\n");
        return bench;
    }
}

package com.example.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.testkit.SplittingContract;
import org.junit.jupiter.api.Test;

/** Scripts are split without a cluster. */
final class IgniteSplittingTest extends SplittingContract {
    IgniteSplittingTest() {
        super(new IgniteSchemas());
    }

    @Test
    void definitions_commit_by_themselves_and_changes_of_rows_do_not() {
        assertThat(new IgniteDialect()
                        .split(new SqlScript(
                                "CREATE ZONE z STORAGE PROFILES ['default']; alter table a add b integer; DROP INDEX i;"
                                        + " INSERT INTO a VALUES (1); MERGE INTO a USING b ON TRUE",
                                Location.of("script"))))
                .extracting(Statement::kind)
                .containsExactly(
                        StatementKind.COMMITTING,
                        StatementKind.COMMITTING,
                        StatementKind.COMMITTING,
                        StatementKind.ORDINARY,
                        StatementKind.ORDINARY);
    }
}

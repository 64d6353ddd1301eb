package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.domain.result.MigrationResult;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** From some statement on, the server lets nobody write, and later it does again. */
record ReadOnly() implements Disturbance {

    @Override
    public TestDatabase fresh(DatabaseKind kind, Path folder) {
        return OwnServers.of(kind).fresh();
    }

    @Override
    public void disturb(Round round) {
        round.prepare();
        OwnServer server = OwnServers.of(round.kind());
        int statement = round.any(1, most(round));
        try {
            MigrationResult result = round.run(
                    round.direction(),
                    UnaryOperator.identity(),
                    new AtStatement(statement, () -> server.setReadOnly(OwnServer.Writing.REFUSED)));
            round.noteEnd(result);
            assertThat(result.success())
                    .describedAs("read-only from statement %s on: %s", statement, result)
                    .isFalse();
            assertThat(result.toString()).containsPattern("read-only (option|transaction)");
        } finally {
            server.setReadOnly(OwnServer.Writing.ALLOWED);
        }
    }

    /** PostgreSQL lets a transaction go on that could write when it began, so another one has to follow. */
    private static int most(Round round) {
        return round.kind() == DatabaseKind.POSTGRESQL
                ? Cargo.statementsButForTheLastMigration(round.direction())
                : Cargo.statements();
    }
}

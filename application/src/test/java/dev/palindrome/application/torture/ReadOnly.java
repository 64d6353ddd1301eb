package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
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
        try {
            round.noteCutShort(round.run(
                    round.direction(),
                    UnaryOperator.identity(),
                    new AtStatement(
                            round.any(1, Cargo.statements()), () -> server.setReadOnly(OwnServer.Writing.REFUSED))));
        } finally {
            server.setReadOnly(OwnServer.Writing.ALLOWED);
        }
    }
}

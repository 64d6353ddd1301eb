package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.Background;
import dev.palindrome.domain.result.MigrationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The server is killed with SIGKILL before a statement or at any moment of a run, and started again. */
record ServerKilled() implements Disturbance {
    private static final int MOST_MICROS = 3_000;

    @Override
    public TestDatabase fresh(DatabaseKind kind, Path folder) {
        return OwnServers.of(kind).fresh();
    }

    @Override
    public void disturb(Round round) {
        round.prepare();
        OwnServer server = OwnServers.of(round.kind());
        boolean isBetween = round.either();
        int micros = round.any(0, MOST_MICROS);
        List<Background<Boolean>> kills = new ArrayList<>();
        MigrationResult result = round.run(
                round.direction(), UnaryOperator.identity(), new AtStatement(round.any(1, Cargo.statements()), () -> {
                    Background<Boolean> kill = Background.start(() -> {
                        round.spin(isBetween ? 0 : micros);
                        server.kill();
                        return true;
                    });
                    kills.add(kill);
                    if (isBetween) {
                        kill.get();
                    }
                }));
        assertThat(kills).hasSize(1).allMatch(Background::get);
        server.restart();
        round.noteEnd(result);
        assertThat(result.success() && isBetween).describedAs(result.message()).isFalse();
    }
}

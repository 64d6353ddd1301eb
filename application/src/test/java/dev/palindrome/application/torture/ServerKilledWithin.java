package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.application.runners.Sessions;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Instruction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server is killed with SIGKILL while it is within a statement, and started again. Somebody else holds what the statement is
 * about, so the server can't come to its end; and it says that it is at it before it is killed.
 */
record ServerKilledWithin() implements Disturbance {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** What comes from a migration before, so that others can see and hold it; a migration's own tables may not be there for them. */
    private static final Pattern HOLDABLE = Pattern.compile("(?:UPDATE|DELETE FROM) (counts)\\b.*");

    /** Where definitions commit by themselves, others see each table at once, and can keep it from being changed. */
    private static final Pattern HOLDABLE_DEFINITIONS =
            Pattern.compile("(?:UPDATE|DELETE FROM|ALTER TABLE|DROP TABLE|DROP INDEX a_id ON) (\\w+).*");

    @Override
    public TestDatabase fresh(DatabaseKind kind, Path folder) {
        return OwnServers.of(kind).fresh();
    }

    @Override
    public void disturb(Round round) {
        round.prepare();
        Pattern holdable = round.kind() == DatabaseKind.MARIADB ? HOLDABLE_DEFINITIONS : HOLDABLE;
        AtHoldable killing = new AtHoldable(round, holdable, round.any(1, count(round, holdable)));
        MigrationResult result = round.run(round.direction(), UnaryOperator.identity(), killing);
        killing.assertDone();
        OwnServers.of(round.kind()).restart();
        round.noteEnd(result);
        assertThat(result.success()).describedAs(result.message()).isFalse();
    }

    private static int count(Round round, Pattern holdable) {
        return (int) Cargo.on(round.kind()).stream()
                .flatMap(carried -> carried.in(round.direction()).stream())
                .filter(sql -> holdable.matcher(sql).matches())
                .count();
    }

    /** At the n-th statement of those, holds its table, and has the server killed once it is at the statement. */
    private static final class AtHoldable implements RunListener {
        private final Round round;
        private final Pattern holdable;
        private final int number;
        private int started;
        private Optional<Background<Boolean>> kill = Optional.empty();

        AtHoldable(Round round, Pattern holdable, int number) {
            this.round = round;
            this.holdable = holdable;
            this.number = number;
        }

        @Override
        public void statementStarted(Step step, Instruction instruction, int numberInStep, int total) {
            Matcher matcher = holdable.matcher(instruction.text());
            if (matcher.matches() && ++started == number) {
                Holding holding = Holding.of(round.database(), matcher.group(1));
                kill = Optional.of(Background.start(() -> killWithin(instruction.text(), holding)));
            }
        }

        private boolean killWithin(String sql, Holding holding) {
            Sessions sessions = Sessions.at(round.kind(), round.database()).orElseThrow();
            try (holding) {
                Poll.until("the server is within " + sql, SOON, () -> sessions.isWithin(round.database(), sql));
                OwnServers.of(round.kind()).kill();
            } catch (SQLException e) {
                // it can't be closed in good order any more
            }
            return true;
        }

        void assertDone() {
            assertThat(kill).describedAs("was it killed?").isPresent();
            kill.orElseThrow().get();
        }
    }
}

package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.result.MigrationResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock is set back while a run is under way. It runs to its end, and what follows does not mind either. */
record ClockSetBack() implements Disturbance {
    private static final int MOST_HOURS = 24 * 400;

    @Override
    public void disturb(Round round) {
        round.prepare();
        AdjustableClock clock = new AdjustableClock();
        Duration back = Duration.ofHours(round.any(1, MOST_HOURS));
        MigrationResult result = round.run(
                round.direction(),
                builder -> builder.module(Workbench.at(clock)),
                new AtStatement(round.any(1, Cargo.statements()), () -> clock.setBack(back)));
        round.noteEnd(result);
        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(clock.offset).isEqualTo(back.negated());
    }

    private static final class AdjustableClock extends Clock {
        private Duration offset = Duration.ZERO;

        void setBack(Duration by) {
            offset = offset.minus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

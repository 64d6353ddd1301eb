package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class SettableClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SettableClock clock = SettableClock.at(NOON);

    @Test
    void it_stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());

        clock.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(300));

        clock.set(NOON.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(1));
    }

    @Test
    void it_is_one_clock_in_every_zone() {
        Clock elsewhere = clock.withZone(ZoneOffset.ofHours(2));
        clock.advance(Duration.ofHours(1));

        assertThat(LocalDateTime.now(elsewhere).getHour()).isEqualTo(15);
        assertThat(LocalDateTime.now(clock).getHour()).isEqualTo(13);
    }
}

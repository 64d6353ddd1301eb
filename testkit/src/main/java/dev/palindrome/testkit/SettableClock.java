package dev.palindrome.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. For programs that bind a {@link Clock}. Safe for use by several threads. */
public final class SettableClock extends Clock {
    private final Hands hands;
    private final ZoneId zone;

    private SettableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /**
     * A clock in UTC.
     *
     * @param now the time that it shows first
     * @return the clock
     */
    public static SettableClock at(Instant now) {
        return new SettableClock(new Hands(now), ZoneOffset.UTC);
    }

    /**
     * Sets it.
     *
     * @param time the time that it shows from now on
     */
    public void set(Instant time) {
        hands.set(time);
    }

    /**
     * Lets time go by.
     *
     * @param duration how much; backwards if it is negative
     */
    public void advance(Duration duration) {
        hands.move(duration);
    }

    @Override
    public Instant instant() {
        return hands.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** {@return the same clock, read in another zone: both are set together} */
    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(hands, other);
    }

    /** What all zones have in common. */
    private static final class Hands {
        private Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        synchronized Instant now() {
            return now;
        }

        synchronized void set(Instant time) {
            now = time;
        }

        synchronized void move(Duration duration) {
            now = now.plus(duration);
        }
    }
}

package dev.palindrome.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. For programs that bind a {@link Clock}. Safe for use by several threads. */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * A clock in UTC.
     *
     * @param now the time that it shows first
     * @return the clock
     */
    public static SettableClock at(Instant now) {
        return new SettableClock(new AtomicReference<>(now), ZoneOffset.UTC);
    }

    /**
     * Sets it.
     *
     * @param time the time that it shows from now on
     */
    public void set(Instant time) {
        now.set(time);
    }

    /**
     * Lets time go by.
     *
     * @param duration how much; backwards if it is negative
     */
    public void advance(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** {@return the same clock, read in another zone: both are set together} */
    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }
}

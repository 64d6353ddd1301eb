package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is done to runs, and on which databases it can't be. */
enum Scenario {
    KILLED_AT_RANDOM("killed at random", new KilledAtRandom(), 2),
    KILLED_AT_BOUNDARY("killed at a statement's boundary", new KilledAtBoundary(), 2),
    MANY_AT_ONCE("16 at once, some killed", new ManyAtOnce(16, 3), 1),
    PAUSED("paused and woken", new PausedRunner(), 1),
    NO_ROOM_LEFT("the disk full half-way", new NoRoomLeft(), 1),
    CLOCK_SET_BACK("the clock set back", new ClockSetBack(), 3);

    private final String words;
    private final Disturbance disturbance;
    private final int fewRounds;
    private final Map<DatabaseKind, String> impossible = new EnumMap<>(DatabaseKind.class);

    static {
        NO_ROOM_LEFT.isNotOn(DatabaseKind.POSTGRESQL, "it is the server that writes files: see READ_ONLY");
        NO_ROOM_LEFT.isNotOn(DatabaseKind.MARIADB, "it is the server that writes files: see READ_ONLY");
    }

    Scenario(String words, Disturbance disturbance, int fewRounds) {
        this.words = words;
        this.disturbance = disturbance;
        this.fewRounds = fewRounds;
    }

    private void isNotOn(DatabaseKind kind, String reason) {
        impossible.put(kind, reason);
    }

    Disturbance disturbance() {
        return disturbance;
    }

    /** {@return how many rounds there are when nobody wants to wait} */
    int fewRounds() {
        return fewRounds;
    }

    /** {@return why it can't be on that database, if it can't} */
    Optional<String> whyNotOn(DatabaseKind kind) {
        return Optional.ofNullable(impossible.get(kind));
    }

    @Override
    public String toString() {
        return words;
    }
}

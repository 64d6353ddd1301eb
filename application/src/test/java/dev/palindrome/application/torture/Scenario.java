package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is done to runs, and on which databases it can't be. */
@SuppressWarnings("ImmutableEnumChecker") // its lambdas and maps are
enum Scenario {
    KILLED_AT_BOUNDARY("killed at a statement's boundary", new KilledAtBoundary(), 2),
    KILLED_AT_RANDOM("killed at random", new KilledAtRandom(), 2),
    MANY_AT_ONCE("16 at once, some killed", new ManyAtOnce(16, 3), 1),
    PAUSED("paused and woken", new PausedRunner(), 1),
    NO_ROOM_LEFT("the disk full half-way", new NoRoomLeft(), 1),
    READ_ONLY("read-only half-way", new ReadOnly(), 2),
    COMMIT_CUT("the answer to a commit lost", WireCut.atCommits(), 3),
    WIRE_CUT("the wire cut anywhere", WireCut.anywhere(), 3),
    SERVER_KILLED("the server killed and restarted", new ServerKilled(), 1),
    SERVER_KILLED_WITHIN("the server killed within a statement", new ServerKilledWithin(), 1),
    CLOCK_SET_BACK("the clock set back", new ClockSetBack(), 3);

    private final String words;
    private final Disturbance disturbance;
    private final int fewRounds;
    private final Map<DatabaseKind, String> impossible = new EnumMap<>(DatabaseKind.class);

    static {
        NO_ROOM_LEFT.isNotOn(DatabaseKind.POSTGRESQL, "its server writes the files: see 'read-only half-way'");
        NO_ROOM_LEFT.isNotOn(DatabaseKind.MARIADB, "its server writes the files: see 'read-only half-way'");
        READ_ONLY.isNotOn(
                DatabaseKind.SQLITE, "nobody can make a file so for one who has it open: see 'the disk full half-way'");
        READ_ONLY.isNotOn(
                DatabaseKind.H2, "nobody can make a file so for one who has it open: see 'the disk full half-way'");
        COMMIT_CUT.isNotOn(DatabaseKind.SQLITE, "there is no wire");
        WIRE_CUT.isNotOn(DatabaseKind.SQLITE, "there is no wire");
        SERVER_KILLED.isNotOn(DatabaseKind.SQLITE, "there is no server");
        SERVER_KILLED_WITHIN.isNotOn(DatabaseKind.SQLITE, "there is no server");
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

    /** {@return all that can't be, and why} */
    static List<String> impossible() {
        List<String> lines = new ArrayList<>();
        for (Scenario scenario : values()) {
            scenario.impossible.forEach((kind, reason) ->
                    lines.add(scenario + ": not on " + kind.name().toLowerCase(Locale.ROOT) + ", since " + reason));
        }
        return lines;
    }

    @Override
    public String toString() {
        return words;
    }
}

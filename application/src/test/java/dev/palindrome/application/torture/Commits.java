package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which packets to a server have a commit in them. */
final class Commits {
    private Commits() {}

    /** {@return what knows them among the packets to one server, each connection's on a thread of its own} */
    static Predicate<String> on(DatabaseKind kind) {
        return kind == DatabaseKind.H2 ? new OfH2() : packet -> packet.contains("COMMIT");
    }

    /**
     * H2's client has COMMIT prepared under a number, and from then on says the number alone (SESSION_PREPARE and
     * COMMAND_EXECUTE_UPDATE in its SessionRemote and CommandRemote; its texts are a length and two bytes a character).
     */
    private static final class OfH2 implements Predicate<String> {
        private static final Pattern PREPARED =
                Pattern.compile("(.{4})\\x00{3}\\x06\\x00C\\x00O\\x00M\\x00M\\x00I\\x00T", Pattern.DOTALL);
        private static final String EXECUTE = String.valueOf(new char[] {0, 0, 0, 3});

        private final ThreadLocal<String> commit = ThreadLocal.withInitial(() -> "nothing is prepared yet");

        @Override
        public boolean test(String packet) {
            Matcher prepared = PREPARED.matcher(packet);
            if (prepared.find()) {
                commit.set(EXECUTE + prepared.group(1));
            }
            return packet.contains(commit.get());
        }
    }
}

package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.Hashes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever logged in with a browser. An id is 256 random bits, of which only the hash is kept; a session ends when nobody uses
 * it for a while, when its day is over, or when too many others are used more. Safe for use by several threads.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    static final int MOST = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Map<String, Session> byHash = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** {@return the id of a new session} */
    synchronized String open(Caller caller) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String id = HexFormat.of().formatHex(bits);
        Instant now = clock.instant();
        byHash.put(Hashes.sha256(id), new Session(caller, now, now));
        return id;
    }

    /** {@return whose session that is, if it is one still; uses it} */
    synchronized Optional<Caller> find(String id) {
        String hash = Hashes.sha256(id);
        Session session = byHash.get(hash);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (session.isOver(now)) {
            byHash.remove(hash);
            return Optional.empty();
        }
        byHash.put(hash, session.usedOn(now));
        return Optional.of(session.caller());
    }

    synchronized void close(String id) {
        byHash.remove(Hashes.sha256(id));
    }

    /** {@return what a page of that session sends with each write; nobody can tell the id by it} */
    static String csrfToken(String id) {
        return Hashes.sha256("csrf " + id);
    }

    private record Session(Caller caller, Instant openedOn, Instant lastUsedOn) {
        boolean isOver(Instant now) {
            return !now.isBefore(openedOn.plus(LONGEST)) || !now.isBefore(lastUsedOn.plus(IDLE));
        }

        Session usedOn(Instant now) {
            return new Session(caller, openedOn, now);
        }
    }
}

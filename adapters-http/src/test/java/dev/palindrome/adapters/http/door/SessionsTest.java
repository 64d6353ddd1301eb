package dev.palindrome.adapters.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.answer.Hashes;
import dev.palindrome.application.configuration.ServerSettings.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Caller ANN = Caller.withToken("ann", Role.VIEWER);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Sessions sessions = new Sessions(() -> now);

    @Test
    void knowsASessionByItsIdAlone() {
        String id = sessions.open(ANN);

        assertThat(id).matches("[0-9a-f]{64}").isNotEqualTo(sessions.open(ANN));
        assertThat(sessions.find(id)).contains(ANN);
        assertThat(sessions.find(Hashes.sha256(id))).isEmpty();
        assertThat(sessions.find(Sessions.csrfToken(id))).isEmpty();
    }

    @Test
    void endsASessionThatNobodyUses() {
        String id = sessions.open(ANN);
        now = now.plus(Sessions.IDLE).minusSeconds(1);
        assertThat(sessions.find(id)).isPresent();
        now = now.plus(Sessions.IDLE).minusSeconds(1);
        assertThat(sessions.find(id)).isPresent();
        now = now.plus(Sessions.IDLE);

        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void endsASessionThatIsUsedTooLong() {
        String id = sessions.open(ANN);
        Instant end = now.plus(Sessions.LONGEST);
        while (now.plus(Duration.ofMinutes(20)).isBefore(end)) {
            now = now.plus(Duration.ofMinutes(20));
            assertThat(sessions.find(id)).isPresent();
        }
        now = end;

        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void keepsTheSessionsThatAreUsedAndNoMoreThanItMay() {
        String used = sessions.open(ANN);
        String unused = sessions.open(ANN);
        for (int i = 0; i < Sessions.MOST - 1; i++) {
            assertThat(sessions.find(used)).isPresent();
            sessions.open(ANN);
        }

        assertThat(sessions.find(used)).isPresent();
        assertThat(sessions.find(unused)).isEmpty();
    }

    @Test
    void forgetsASessionThatIsClosed() {
        String id = sessions.open(ANN);
        sessions.close(id);

        assertThat(sessions.find(id)).isEmpty();
    }
}

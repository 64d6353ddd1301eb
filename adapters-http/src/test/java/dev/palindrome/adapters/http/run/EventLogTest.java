package dev.palindrome.adapters.http.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog();

    @Test
    void numbersEventsFromOneAndEndsAfterTheLast() {
        log.add("a", json -> json.writeNumber(1));

        assertThat(log.after(0)).map(Event::id).contains(1L);
        assertThat(log.after(1)).isEmpty();
        assertThat(log.endsAt(1)).isFalse();
        log.addLast("b", json -> json.writeNumber(2));
        assertThat(log.endsAt(1)).isFalse();
        assertThat(log.endsAt(2)).isTrue();
        assertThat(log.endsAt(99)).isTrue();
    }

    @Test
    void wakesReadersUntilTheyLeave() {
        AtomicInteger woken = new AtomicInteger();
        Runnable reader = woken::incrementAndGet;
        log.join(reader);
        log.add("a", json -> json.writeNumber(1));
        log.leave(reader);
        log.add("b", json -> json.writeNumber(2));

        assertThat(woken).hasValue(1);
    }

    @Test
    void writesAnEventOnOneLineWhateverItsText() {
        log.add("a", json -> json.writeString("one\ntwo\rthree"));

        assertThat(new String(log.after(0).orElseThrow().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("id: 1\nevent: a\ndata: \"one\\ntwo\\rthree\"\n\n");
    }
}

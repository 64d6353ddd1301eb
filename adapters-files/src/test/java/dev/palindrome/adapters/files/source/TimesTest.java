package dev.palindrome.adapters.files.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22 10:15:00, 2026-11-22T10:15:00Z",
        "2026-11-22 10:15:00.0, 2026-11-22T10:15:00Z",
        "2026-11-22 10:15:00.123456, 2026-11-22T10:15:00.123456Z",
        "2026-11-22T10:15:00Z, 2026-11-22T10:15:00Z",
        "2026-11-22 10:15:00.5+02, 2026-11-22T08:15:00.500Z",
        "2026-11-22 10:15:00-03:30, 2026-11-22T13:45:00Z",
    })
    void times_are_read_as_databases_show_them(String text, Instant time) {
        assertThat(Times.read(text)).hasValue(time);
    }

    @Test
    void anything_else_is_no_time() {
        assertThat(Times.read("")).isEmpty();
        assertThat(Times.read("yesterday")).isEmpty();
        assertThat(Times.read("2026-11-31 10:15:00")).isEmpty();
    }
}

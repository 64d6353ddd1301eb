package dev.palindrome.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void whoever_waits_for_ever_waits() {
        assertThat(new Patience(Duration.ofSeconds(Long.MAX_VALUE)).pause()).isTrue();
        assertThat(new Patience(Duration.ZERO).pause()).isFalse();
    }
}

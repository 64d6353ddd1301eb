package dev.palindrome.adapters.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {
    @ParameterizedTest
    @CsvSource({"INPUT, 400", "UNKNOWN, 404", "CONFLICT, 409", "REFUSED, 422", "ENVIRONMENT, 503", "INTERNAL, 500"})
    void givesEachKindAStatus(Kind kind, int status) {
        assertThat(Statuses.of(kind)).isEqualTo(status);
        assertThat(Statuses.of(new Problem.Code("some/thing", kind))).isEqualTo(status);
    }

    @Test
    void letsTheFirstErrorDecideAndPutsWarningsLast() {
        Problem warning = Problem.warning(Codes.HISTORY_CHANGED, "changed");
        Problem error = Problem.error(Codes.LOCK_TIMEOUT, "locked");

        HttpFailure failure = HttpFailure.of(List.of(warning, error));

        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.problems()).containsExactly(error, warning);
    }
}

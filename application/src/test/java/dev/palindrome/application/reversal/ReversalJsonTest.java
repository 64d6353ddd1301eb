package dev.palindrome.application.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReversalJsonTest {
    private static final Location HERE = Location.of("the history");

    @Test
    void what_was_written_is_read() throws IOException {
        StoredReversal reversal = new StoredReversal(
                ReversalState.DERIVED,
                "",
                "postgresql",
                "1.0",
                "2.3",
                false,
                List.of(
                        new StoredReversal.Sql(new Statement("BEGIN", List.of(), StatementKind.BEGIN, HERE)),
                        new StoredReversal.Sql(new Statement(
                                "DROP \"ä\n\u0001\uD83D\uDE00\"", List.of(), StatementKind.STANDALONE, HERE)),
                        new StoredReversal.Code("shop.Back", "shop.Pack:7")),
                List.of(new Requirement("SELECT count(*) FROM t", "are in the way")),
                List.of(1, 0, 1));

        String text = ReversalJson.write(reversal);

        assertThat(text).doesNotContain("\n").startsWith("{\"format\":1,\"state\":\"derived\"");
        assertThat(ReversalJson.read(text, HERE)).isEqualTo(reversal);
    }

    @Test
    void what_is_absent_keeps_its_reason() throws IOException {
        StoredReversal reversal = new StoredReversal(
                ReversalState.ABSENT, "because", "h2", "", "", true, List.of(), List.of(), List.of());

        assertThat(ReversalJson.read(ReversalJson.write(reversal), HERE)).isEqualTo(reversal);
    }

    /** A rounded number would restore other data than there was. */
    @Test
    void values_come_back_as_exact_as_they_went() throws IOException {
        assertThat(throughJson(
                        "text",
                        "",
                        null,
                        true,
                        Long.MIN_VALUE,
                        new BigInteger("123456789012345678901234567890"),
                        new BigDecimal("0.1000000000000000055511151231257827"),
                        new BigDecimal("1.00")))
                .containsExactly(
                        "text",
                        "",
                        null,
                        true,
                        Long.MIN_VALUE,
                        new BigInteger("123456789012345678901234567890"),
                        new BigDecimal("0.1000000000000000055511151231257827"),
                        new BigDecimal("1.00"));
        assertThat(throughJson(7, (short) 8)).containsExactly(7L, 8L);
        assertThat(throughJson(0.1d, 1e300d, 1.5f))
                .containsExactly(new BigDecimal("0.1"), new BigDecimal("1.0E+300"), new BigDecimal("1.5"));
        assertThat(throughJson(new BigDecimal("1E+3"))).containsExactly(new BigDecimal("1E+3"));
    }

    @Test
    void what_could_be_written_can_be_read_however_long_it_is() throws IOException {
        String text = "x".repeat(20_000_001);
        BigInteger number = BigInteger.TEN.pow(1_500);

        assertThat(throughJson(text, number).equals(Arrays.asList(text, number)))
                .isTrue();
    }

    @Test
    void what_no_value_can_be_is_not_written_as_something_else() {
        assertThatThrownBy(() -> throughJson(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> throughJson(new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_later_version_wrote_is_not_guessed() {
        assertThatThrownBy(() -> ReversalJson.read("{\"format\":2}", HERE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format 2");
        for (String text : List.of("", "null", "[]", "{", "{\"format\":1}")) {
            assertThatThrownBy(() -> ReversalJson.read(text, HERE))
                    .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
        }
    }

    private static List<@Nullable Object> throughJson(@Nullable Object... values) throws IOException {
        Statement statement = new Statement("?", Arrays.asList(values), StatementKind.ORDINARY, HERE);
        StoredReversal reversal = new StoredReversal(
                ReversalState.GIVEN,
                "",
                "h2",
                "",
                "",
                true,
                List.of(new StoredReversal.Sql(statement)),
                List.of(),
                List.of());
        StoredReversal read = ReversalJson.read(ReversalJson.write(reversal), HERE);
        return ((StoredReversal.Sql) read.parts().get(0)).statement().parameters();
    }
}

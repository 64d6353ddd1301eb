package dev.palindrome.spi.sql;

import static dev.palindrome.spi.StatementKind.COMMIT;
import static dev.palindrome.spi.StatementKind.ORDINARY;
import static dev.palindrome.spi.StatementKind.ROLLBACK;
import static dev.palindrome.spi.StatementKind.STANDALONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.StatementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTableTest {

    private static StatementKind kind(StatementTable table, String sql) {
        return ScriptSplitter.of(Comments.line("--"), Comments.block(), Quotes.doubled('\''), Quotes.doubled('"'))
                .withKinds(table::kindOf)
                .split(new SqlScript(sql, new Location("V1.sql", 1)))
                .get(0)
                .kind();
    }

    @ParameterizedTest(name = "{0} fits {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "VACUUM, vacuum full t, true",
                "VACUUM, SELECT vacuum, false",
                "VACUUM, \"vacuum\", false",
                "VACUUM, 'vacuum', false",
                "VACUUM, /* a */ vacuum -- b, true",
                "VACUUM, vacuums, false",
                "DROP A|B, drop b c, true",
                "DROP A|B, drop c, false",
                "DROP A|B, drop, false",
                "CREATE [UNIQUE] INDEX NOW, create unique index now x, true",
                "CREATE [UNIQUE] INDEX NOW, create index now x, true",
                "CREATE [UNIQUE] INDEX NOW, create unique index x now, false",
                "RE ... NOW, re x /* y */ now, true",
                "RE ... NOW, re now, true",
                "RE ... NOW, re (now) x, false",
                "RE ... NOW, re ((a) now) b now, true",
                "RE ( ... NOW, re (a (b) now) x, true",
                "RE ( ... NOW, re (a (now)) x, false",
                "RE ( ... NOW, re (a) now, false",
                "RE ( ... ) NOW, `re (a, (b)) now x`, true",
                "RE ( ... ) NOW, re (a) x now, false",
                "RE A ... B C ... D, re a b x b c d, true",
                "RE A ... B C ... D, re a b x c d, false",
                "CLUSTER [V] ;, cluster, true",
                "CLUSTER [V] ;, cluster v;, true",
                "CLUSTER [V] ;, cluster t, false",
                "CLUSTER ... ;, cluster (a) b, true",
                "... F ( 'x', select s.f('x'), true",
                "... F ( 'x', select f('y'), false",
                "... F ( 'x', select g(f('x')), false"
            })
    void aPatternFits(String pattern, String sql, boolean fits) {
        StatementTable table = StatementTable.empty().with(STANDALONE, pattern);
        assertThat(kind(table, sql)).isEqualTo(fits ? STANDALONE : ORDINARY);
    }

    @Test
    void theFirstRowThatFitsDecides() {
        StatementTable table =
                StatementTable.empty().with(ROLLBACK, "COMMIT AND CHAIN").with(COMMIT, "COMMIT", "END");
        assertThat(kind(table, "commit and chain")).isEqualTo(ROLLBACK);
        assertThat(kind(table, "commit")).isEqualTo(COMMIT);
        assertThat(kind(table, "end")).isEqualTo(COMMIT);
        assertThat(kind(table, "and")).isEqualTo(ORDINARY);
    }

    @Test
    void aRowCanRefuseWithTheStatementsLine() {
        StatementTable table = StatementTable.empty().refusing("No loading here.", "LOAD");
        assertThatThrownBy(() -> kind(table, "a;\n\nload x"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("[script/unsupported] No loading here. (V1.sql:3)");
    }
}

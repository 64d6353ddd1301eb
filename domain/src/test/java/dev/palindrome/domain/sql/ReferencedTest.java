package dev.palindrome.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "FOREIGN KEY (a) REFERENCES t(b) | t [b]",
                "FOREIGN KEY (\"a\", \"b\") REFERENCES \"s\".\"T\" (\"c\", \"d\") ON DELETE CASCADE | s.t [c, d]",
                "FOREIGN KEY (`a`) REFERENCES `t` (`b`) ON UPDATE SET NULL | t [b]",
                "FOREIGN KEY (\"a\") REFERENCES \"t\" | t []",
                "FOREIGN KEY (\"references\") REFERENCES t (b) DEFERRABLE | t [b]",
                "references t (b) | t [b]"
            })
    void a_foreign_key_points_at_a_table_and_its_columns(String definition, String expected) {
        Referenced referenced = Referenced.in(definition).orElseThrow();

        assertThat(referenced.table() + " " + referenced.columns()).isEqualTo(expected);
    }

    @Test
    void another_constraint_points_nowhere() {
        assertThat(Referenced.in("CHECK (note <> 'REFERENCES t')")).isEmpty();
        assertThat(Referenced.in("FOREIGN KEY (a) REFERENCES")).isEmpty();
    }
}

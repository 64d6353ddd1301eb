package dev.palindrome.adapters.files.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.SqlScript;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DelimitersTest {

    private static List<String> cut(String text, String delimiter) {
        SqlScript script = new SqlScript(text, new Location("a.sql", 3));
        return Delimiters.cut(script, Optional.of(delimiter).filter(d -> !d.isEmpty())).stream()
                .map(piece -> piece.location().line() + ":" + piece.text().strip())
                .toList();
    }

    @Test
    void lines_that_are_go_or_a_slash_end_statements() {
        assertThat(cut("A\ngo\nB;\n/\nC\n  GO  \n", "")).containsExactly("3:A", "4:B;", "6:C");
        assertThat(cut("A / B\n/ C\ngo on", "")).containsExactly("3:A / B\n/ C\ngo on");
    }

    @Test
    void one_character_is_taken_literally() {
        assertThat(cut("A.;B.C", ".")).containsExactly("3:A", "3:;B", "3:C");
    }

    @Test
    void more_are_a_regular_expression() {
        assertThat(cut("A;\nB\n/\nC\n/", "\\n/")).containsExactly("3:A;\nB", "5:C");
        assertThat(cut("A END$$ B", "end\\$\\$")).containsExactly("3:A", "3:B");
        assertThat(cut("A//B@@C", "//|@@")).containsExactly("3:A", "3:B", "3:C");
    }

    @Test
    void neither_strings_nor_comments_are_cut() {
        assertThat(cut("'a@@\\'@@' \"@@\" -- @@\n/* @@ */ B@@C", "@@"))
                .containsExactly("3:'a@@\\'@@' \"@@\" -- @@\n/* @@ */ B", "4:C");
        assertThat(cut("SELECT '\ngo\n';\ngo\nB", "")).containsExactly("3:SELECT '\ngo\n';", "6:B");
    }

    @Test
    void what_is_never_closed_is_one_piece() {
        assertThat(cut("A '@@ B", "@@")).containsExactly("3:A '@@ B");
        assertThat(cut("A /* @@ B", "@@")).containsExactly("3:A /* @@ B");
    }
}

package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every dialect must do with a script, whatever its own quotes and blocks are. Needs no database. */
public abstract class SplittingContract extends Contract {

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected SplittingContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Test
    void statements_end_at_semicolons_and_the_last_one_needs_none() {
        assertThat(texts("DELETE FROM a; DELETE FROM b;\nDELETE FROM c"))
                .containsExactly("DELETE FROM a", "DELETE FROM b", "DELETE FROM c");
    }

    @Test
    void semicolons_in_texts_names_and_comments_end_nothing() {
        assertThat(texts("""
                INSERT INTO a VALUES ('x;''y;');
                DELETE FROM "b;""c;"; -- no; end
                /* no; end */ DELETE /* ; */ FROM d
                """))
                .containsExactly(
                        "INSERT INTO a VALUES ('x;''y;')", "DELETE FROM \"b;\"\"c;\"", "DELETE /* ; */ FROM d");
    }

    @Test
    void each_statement_has_the_line_on_which_it_begins() {
        List<Statement> statements = dialect()
                .split(new SqlScript(
                        "\n-- a comment\nDELETE\nFROM a;\r\n\r\nDELETE FROM b; DELETE FROM c",
                        new Location("a.sql", 10)));

        assertThat(statements)
                .extracting(Statement::location)
                .containsExactly(new Location("a.sql", 12), new Location("a.sql", 15), new Location("a.sql", 15));
    }

    @TestFactory
    Stream<DynamicTest> what_holds_no_statement_has_none() {
        return Stream.of("", " \n\t", ";", ";;\n;", "-- only this", "/* only this */", "\uFEFF", "-- one\n;-- two\n")
                .map(script -> DynamicTest.dynamicTest(
                        "'" + script + "'", () -> assertThat(texts(script)).isEmpty()));
    }

    @Test
    void texts_are_sent_as_they_were_written() {
        String statement = "UPDATE a SET b = '? :x ${y} {d}'\r\n\tWHERE  c = 'Größe 寸' -- here\n  AND d = 1";

        assertThat(texts("\uFEFF" + statement + " ;")).containsExactly(statement);
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_closed_is_reported_where_it_opens() {
        return Stream.of("'it", "\"it", "/* it")
                .map(open -> DynamicTest.dynamicTest(open, () -> reportsWhereItOpens(open)));
    }

    @Test
    void statements_by_which_a_script_controls_its_transaction_are_told_apart() {
        List<Statement> statements = dialect()
                .split(new SqlScript("begin;\nDELETE FROM a;\nCOMMIT;\n/* x */ Rollback;", Location.of("a.sql")));

        assertThat(statements)
                .extracting(Statement::kind)
                .containsExactly(
                        StatementKind.BEGIN, StatementKind.ORDINARY, StatementKind.COMMIT, StatementKind.ROLLBACK);
    }

    @Test
    void a_long_script_is_split_in_good_time() {
        String row = "INSERT INTO a VALUES (1, 'a text; with a semicolon', \"b\"); -- and a comment\n";

        assertThat(texts(row.repeat(20_000))).hasSize(20_000);
    }

    private void reportsWhereItOpens(String open) {
        SqlScript script = new SqlScript("DELETE FROM a;\nDELETE FROM " + open + ";\n\n\n", new Location("a.sql", 1));

        assertThatThrownBy(() -> dialect().split(script)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.SCRIPT_UNTERMINATED);
            assertThat(e.problems().get(0).location()).contains(new Location("a.sql", 2));
        });
    }

    private List<String> texts(String script) {
        return dialect().split(new SqlScript(script, Location.of("script"))).stream()
                .map(Statement::sql)
                .toList();
    }
}

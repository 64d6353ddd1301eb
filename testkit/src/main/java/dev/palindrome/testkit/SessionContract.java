package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every session must do with statements and queries. */
public abstract class SessionContract extends DatabaseContract {

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected SessionContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Test
    void a_query_gives_its_rows() {
        List<Row> rows = session().query(testDatabase().select("42", "answer"));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).number("Answer")).hasValue(42);
        assertThat(rows.get(0).text("ANSWER")).contains("42");
    }

    @Test
    void null_is_no_value() {
        Row row = session().query(testDatabase().select("NULL", "gap")).get(0);

        assertThat(row.text("gap")).isEmpty();
        assertThat(row.number("gap")).isEmpty();
    }

    @Test
    void marks_that_mean_something_to_java_libraries_go_to_the_database_as_they_are() {
        String text = "? :x <y> {d '1'} {fn now()} $1 #{z} \\: %s";
        Statement query = dialect()
                .split(new SqlScript(
                        testDatabase().select(dialect().literal(text), "marks").sql(), Location.of("script")))
                .get(0);

        assertThat(session().query(query).get(0).text("marks")).contains(text);
    }

    @Test
    void a_script_runs_statement_by_statement_as_it_was_split() {
        SqlScript script = new SqlScript(
                createTable("first").sql() + ";\n-- and ; then\n"
                        + createTable("second").sql() + ";",
                Location.of("script"));
        dialect().split(script).forEach(session()::execute);

        assertThat(isThere("first")).isTrue();
        assertThat(isThere("second")).isTrue();
    }

    @Test
    void a_statement_says_how_many_rows_it_changed() {
        createHistory();

        assertThat(session().execute(history().insert(entry("shop", "1")))).isEqualTo(1);
        assertThat(session().execute(history().delete(entry("shop", "no such"))))
                .isZero();
    }

    @Test
    void a_statement_that_the_database_refuses_fails_with_the_databases_own_message() {
        assertThatThrownBy(() -> session().execute(failing())).isInstanceOfSatisfying(StatementException.class, e -> {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
            assertThat(e.isConnectionLost()).isFalse();
        });
        assertThat(session().query(testDatabase().select("1", "one"))).hasSize(1);
    }

    @Test
    void a_closed_session_is_lost() {
        session().close();

        assertThatThrownBy(() -> session().execute(createTable("late")))
                .isInstanceOfSatisfying(
                        StatementException.class,
                        e -> assertThat(e.isConnectionLost()).isTrue());
    }

    @Test
    void closing_twice_does_nothing_more() {
        try (Session twice = database().openSession()) {
            twice.close();
        }

        assertThat(session().query(testDatabase().select("1", "one"))).hasSize(1);
    }

    @Test
    void a_session_gives_out_only_what_it_is_made_of() {
        assertThat(session().unwrap(LocalDate.class)).isEqualTo(Optional.empty());
    }

    @Test
    void restoring_leaves_the_session_as_it_was_opened() {
        session().restore();
        session().execute(createTable("thing"));
        session().restore();
        session().restore();

        assertThat(isThere("thing")).isTrue();
        assertThat(session().query(testDatabase().select("1", "one"))).hasSize(1);
    }

    @Test
    void two_sessions_see_one_database() {
        createHistory();
        session().execute(history().insert(entry("shop", "1")));

        assertThat(seenByOthers()).hasSize(1);
    }
}

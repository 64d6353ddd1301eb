package dev.palindrome.spi.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlHistoryStoreTest {
    private static final List<String> COLUMNS = List.of(
            "sequence",
            "app_name",
            "migration_id",
            "description",
            "checksum",
            "ran_on",
            "ran_by",
            "duration_millis",
            "faked",
            "tool_version",
            "reversal",
            "tags",
            "origin");

    @Test
    void a_table_that_another_runner_creates_between_two_looks_is_read() {
        assertThat(store(Optional.of(COLUMNS)).read(session(failure("no such table"), List.of())))
                .contains(List.of());
    }

    @Test
    void a_table_that_is_there_and_cannot_be_read_is_an_error() {
        assertThatThrownBy(() -> store(Optional.of(COLUMNS))
                        .read(session(failure("permission denied"), failure("permission denied"))))
                .isInstanceOf(StatementException.class)
                .hasMessage("permission denied");
    }

    @Test
    void a_table_that_is_not_there_is_no_history_yet() {
        assertThat(store(Optional.empty()).read(session(failure("no such table"))))
                .isEmpty();
    }

    @Test
    void a_history_of_an_earlier_version_says_what_to_add_and_not_to_begin_another() {
        List<String> earlier = COLUMNS.subList(0, COLUMNS.indexOf("reversal"));

        assertThatThrownBy(() -> store(Optional.of(earlier)).read(session(failure("no such column"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("earlier version")
                .hasMessageContaining("ADD COLUMN reversal text; ALTER TABLE")
                .hasMessageContaining("ADD COLUMN tags text; ALTER TABLE")
                .hasMessageContaining("ADD COLUMN origin text")
                .hasMessageNotContaining("Name another table");
    }

    private static SqlHistoryStore store(Optional<List<String>> columns) {
        SchemaInspector inspector = (SchemaInspector) Proxy.newProxyInstance(
                SchemaInspector.class.getClassLoader(),
                new Class<?>[] {SchemaInspector.class},
                (proxy, method, values) -> columns);
        Dialect dialect = (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, values) -> {
                    return method.getName().equals("textType") ? "text" : values[0];
                });
        return new SqlHistoryStore(HistoryTable.DEFAULT, dialect, inspector);
    }

    private static StatementException failure(String message) {
        return new StatementException(message, Optional.empty(), false, new IllegalStateException(message));
    }

    /** A session whose queries are answered so, one after the other. */
    private static Session session(Object... answers) {
        Deque<Object> left = new ArrayDeque<>(Arrays.asList(answers));
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, values) -> {
                    assertThat(method.getName()).isEqualTo("query");
                    assertThat(values[0]).isInstanceOf(Statement.class);
                    Object answer = left.remove();
                    if (answer instanceof StatementException failure) {
                        throw failure;
                    }
                    return answer;
                });
    }
}

package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every dialect must do with names and values, proved by the database itself; and what an adapter says of itself. */
public abstract class DialectContract extends DatabaseContract {
    private static final List<String> NAMES = List.of(
            "plain",
            "Mixed Case",
            "select",
            "a\"b",
            "\"",
            "a'b",
            "a;b--c",
            "/*a",
            "a\\",
            "`a`",
            "[a]",
            "größe",
            "? :x {y}",
            "x\" (id integer); DROP TABLE \"y");
    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            " ",
            "it's",
            "''",
            "'",
            "\\",
            "\\'",
            "\\\\' OR 1=1 --",
            "'; DROP TABLE x; --",
            "two\nlines\r\nand\ttabs",
            "Größe 寸法 \uD83D\uDE00",
            "? :x ${y} {d '1'} $$ $1 %",
            "/* */ --",
            "E'\\n'",
            "NULL",
            "1");

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected DialectContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Test
    void the_adapter_has_a_name_that_scripts_can_use() {
        assertThat(adapter().name()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void the_adapter_serves_its_own_urls_and_no_others() {
        assertThat(adapter().serves(address().url())).isTrue();
        assertThat(adapter().serves("")).isFalse();
        assertThat(adapter().serves("jdbc:nosuchdatabase:x")).isFalse();
        assertThat(adapter().serves("nosuch" + address().url())).isFalse();
    }

    @Test
    void the_adapter_has_one_dialect() {
        assertThat(adapter().dialect()).isSameAs(adapter().dialect());
    }

    @TestFactory
    Stream<DynamicTest> a_quoted_name_is_taken_exactly() {
        return NAMES.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    session().execute(createTable(name));

                    assertThat(isThere(name)).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_text_stands_for_itself() {
        return TEXTS.stream()
                .map(text -> DynamicTest.dynamicTest(
                        "'" + text + "'",
                        () -> assertThat(selected(text).text("v")).contains(text)));
    }

    @TestFactory
    Stream<DynamicTest> a_number_stands_for_itself() {
        return LongStream.of(0, 1, -1, Long.MAX_VALUE, -Long.MAX_VALUE)
                .mapToObj(number -> DynamicTest.dynamicTest(
                        Long.toString(number),
                        () -> assertThat(selected(number).number("v")).hasValue(number)));
    }

    @Test
    void truth_and_nothing_stand_for_themselves() {
        assertThat(selected(true).flag("v")).contains(true);
        assertThat(selected(false).flag("v")).contains(false);
        assertThat(selected(null).text("v")).isEmpty();
    }

    @Test
    void a_value_that_only_looks_harmless_is_quoted_or_refused() {
        Object disguised = new Object() {
            @Override
            public String toString() {
                return "'; DROP TABLE x; --";
            }
        };

        Optional<Throwable> refusal =
                Optional.ofNullable(Assertions.catchThrowable(() -> dialect().literal(disguised)));
        if (refusal.isPresent()) {
            assertThat(refusal.get()).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(selected(disguised).text("v")).contains(disguised.toString());
        }
    }

    @Test
    void a_statement_shown_with_its_values_has_each_in_its_place() {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList("it's", 7L, null));
        Statement statement = Statement.of("INSERT INTO a VALUES (?, ?, ?)", values.toArray());

        assertThat(dialect().inline(statement))
                .isEqualTo("INSERT INTO a VALUES (" + dialect().literal("it's") + ", "
                        + dialect().literal(7L) + ", " + dialect().literal(null) + ")");
    }

    @Test
    void a_question_mark_in_a_name_takes_no_value() {
        String name = dialect().quote("wh?t's \"it?\"");

        assertThat(dialect().inline(Statement.of("INSERT INTO " + name + " VALUES (?, '?')", 7L)))
                .isEqualTo("INSERT INTO " + name + " VALUES (" + dialect().literal(7L) + ", '?')");
    }

    private Row selected(@Nullable Object value) {
        return session()
                .query(testDatabase().select(dialect().literal(value), "v"))
                .get(0);
    }
}

package dev.palindrome.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reversal takes away, as its statements say. */
class MadeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "DROP TABLE a | a",
                "drop table if exists \"App\".\"A\" cascade | a",
                "DROP TABLE a, s.b, `c` | a b c",
                "DROP /* TABLE x */ TABLE a | a",
                "DROP MATERIALIZED VIEW CONCURRENTLY v | v",
                "DROP INDEX CONCURRENTLY IF EXISTS i | i",
                "DROP INDEX i ON t | t.i",
                "DROP TRIGGER g ON s.t | t.g",
                "DROP FUNCTION f(int, text), g() | f g",
                "DO $$ BEGIN DROP TABLE a; END $$ | a",
                "ALTER TABLE t DROP COLUMN c | t.c",
                "ALTER TABLE IF EXISTS ONLY s.t DROP c | t.c",
                "ALTER TABLE t DROP COLUMN IF EXISTS c CASCADE, DROP CONSTRAINT k | t.c t.k",
                "ALTER TABLE t DROP COLUMN a, b | t.a t.b",
                "ALTER TABLE t DROP COLUMN (a, b) | t.a t.b",
                "ALTER TABLE t ADD COLUMN d numeric(3, 2), DROP COLUMN c | t.c",
                "ALTER TABLE t DROP FOREIGN KEY k, DROP INDEX i | t.k t.i",
                "ALTER TABLE \"T\" RENAME TO u | t u",
                "ALTER TABLE t RENAME COLUMN c TO d | t.c",
                "ALTER TABLE t RENAME c TO d | t.c",
                "ALTER TABLE t ALTER COLUMN c RENAME TO d | t.c",
                "ALTER TABLE t CHANGE COLUMN c d int | t.c",
                "ALTER TABLE t SET SCHEMA s | t",
                "ALTER INDEX i RENAME TO j | i",
                "ALTER TABLE t DROP COLUMN \"order\", DROP COLUMN \"a b\" | t.order t.a b"
            })
    void what_is_dropped_or_renamed_is_gone(String statement, String expected) {
        assertThat(taken(statement)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ALTER COLUMN c DROP DEFAULT",
                "ALTER TABLE t ALTER COLUMN c DROP NOT NULL",
                "ALTER TABLE t ALTER c SET DATA TYPE bigint",
                "ALTER TABLE t DROP PRIMARY KEY",
                "ALTER TABLE t ADD COLUMN c int DEFAULT 0",
                "CREATE TABLE t (c int)",
                "INSERT INTO t VALUES ('DROP TABLE x')",
                "DELETE FROM t",
                "-- DROP TABLE x",
                "DROP OWNED BY somebody",
                "DROP",
                "ALTER TABLE",
                "DROP TABLE",
                ""
            })
    void nothing_else_is(String statement) {
        assertThat(taken(statement)).isEmpty();
    }

    @Test
    void a_line_comment_ends_with_its_line() {
        assertThat(taken("DROP TABLE -- not x;\n  a")).isEqualTo("a");
    }

    @Test
    void a_long_literal_is_passed_over() {
        assertThat(taken("UPDATE t SET a = '" + "x''y ".repeat(100_000) + "'")).isEmpty();
    }

    /** As where a column can't be changed in its place. */
    @Test
    void a_table_that_is_built_anew_is_not_the_one_that_was() {
        assertThat(Made.takenBy(List.of(
                        "CREATE TABLE palindrome_new_t (id int)",
                        "INSERT INTO palindrome_new_t SELECT id FROM t",
                        "DROP TABLE t",
                        "ALTER TABLE palindrome_new_t RENAME TO t")))
                .extracting(Made::toString)
                .contains("t");
    }

    @Test
    void a_column_is_named_only_together_with_its_table() {
        Made column =
                Made.takenBy(List.of("ALTER TABLE customer DROP COLUMN name")).get(0);

        assertThat(column.isNamedIn(Identifiers.in("CREATE INDEX i ON Customer (\"NAME\")")))
                .isTrue();
        assertThat(column.isNamedIn(Identifiers.in("CREATE TABLE product (name text)")))
                .isFalse();
        assertThat(column.isNamedIn(Identifiers.in("ALTER TABLE customer ADD born date")))
                .isFalse();
    }

    private static String taken(String statement) {
        return String.join(
                " ",
                Made.takenBy(List.of(statement)).stream().map(Made::toString).toList());
    }
}

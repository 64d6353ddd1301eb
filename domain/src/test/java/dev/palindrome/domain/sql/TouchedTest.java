package dev.palindrome.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TouchedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CREATE TABLE a (id int) | [a]",
                "CREATE TABLE IF NOT EXISTS s.a (id int) | [s.a]",
                "DROP TABLE a, \"B c\" | [a, B c]",
                "ALTER TABLE `a` ADD COLUMN b int, DROP COLUMN c | [a]",
                "ALTER TABLE a RENAME TO b | [a, b]",
                "CREATE UNIQUE INDEX i ON a (b) | [a]",
                "DROP INDEX i ON a | [a]",
                "COMMENT ON TABLE a IS 'x' | [a]",
                "INSERT INTO a VALUES (1) | [a]",
                "UPDATE a SET b = 1 | [a]",
                "DELETE FROM s.a | [s.a]",
                "TRUNCATE TABLE a | [a]"
            })
    void a_statement_names_the_tables_that_it_is_about(String sql, String expected) {
        assertThat(Touched.tables(sql)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW v AS SELECT * FROM a",
                "DROP SEQUENCE s",
                "COMMENT ON VIEW v IS 'x'",
                "DROP INDEX i",
                "DO $$ BEGIN DROP TABLE a; END $$",
                "-- Java code: Fill",
                ""
            })
    void other_statements_name_none(String sql) {
        assertThat(Touched.tables(sql)).isEmpty();
    }
}

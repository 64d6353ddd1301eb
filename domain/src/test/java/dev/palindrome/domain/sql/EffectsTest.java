package dev.palindrome.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE t (a int, b int)                          | MAKE t",
                "create temporary table if not exists s.\"T\" (a int)   | MAKE s.\"T\"",
                "CREATE OR REPLACE VIEW v AS SELECT 1                   | CHANGE v",
                "CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY s.t (a)     | MAKE s.t/i",
                "CREATE DEFINER=`a`@`b` TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @a = 1 | MAKE t/g",
                "DROP TABLE IF EXISTS a, b CASCADE                      | TAKE a, TAKE b",
                "DROP INDEX i ON `t`                                    | TAKE t/i",
                "DROP INDEX CONCURRENTLY i                              | TAKE /i",
                "DROP FUNCTION f(int, int), g()                         | TAKE f, TAKE g",
                "ALTER TABLE t ADD COLUMN a int, DROP COLUMN b          | MAKE t/a, TAKE t/b",
                "ALTER TABLE t ADD a numeric(5, 2), ADD CONSTRAINT c CHECK (a > 1) | MAKE t/a, MAKE t/c",
                "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a, b) | TAKE t/PRIMARY KEY, MAKE t/PRIMARY KEY",
                "ALTER TABLE t ADD UNIQUE INDEX u (a)                   | MAKE t/u",
                "ALTER TABLE t RENAME TO u                              | TAKE t, MAKE u",
                "ALTER TABLE t RENAME COLUMN a TO b                     | TAKE t/a, MAKE t/b",
                "ALTER TABLE t CHANGE a b int                           | TAKE t/a, MAKE t/b",
                "ALTER TABLE t CHANGE COLUMN `A` a bigint               | CHANGE t/A",
                "ALTER TABLE t MODIFY a bigint                          | CHANGE t/a",
                "ALTER TABLE t ALTER COLUMN a SET DEFAULT 1             | CHANGE t/a",
                "ALTER TABLE t ENGINE=InnoDB                            | CHANGE t",
                "ALTER SEQUENCE q RESTART WITH 5                        | CHANGE q",
                "RENAME TABLE a TO b, c TO d                            | TAKE a, MAKE b, TAKE c, MAKE d",
                "INSERT IGNORE INTO t VALUES (1)                        | CHANGE t/*",
                "UPDATE ONLY s.t SET a = 1                              | CHANGE s.t/*",
                "DELETE FROM t                                          | CHANGE t/*",
                "TRUNCATE TABLE t                                       | CHANGE t/*",
                "COMMENT ON TABLE t IS 'x'                              | CHANGE t",
            })
    void what_a_statement_does_is_read_from_its_words(String sql, String effects) {
        assertThat(Effects.of(sql).orElseThrow().stream()
                        .map(EffectsTest::shown)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(effects);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL p()",
                "WITH x AS (DELETE FROM t RETURNING *) INSERT INTO u SELECT * FROM x",
                "DO $$ BEGIN END $$",
                "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (b)",
                "ALTER TABLE t ADD (a int, b int)",
                "CREATE INDEX ON t (a)",
                "CREATE",
                "DROP",
                "ALTER TABLE",
                "",
                "gibberish"
            })
    void what_its_words_do_not_tell_is_not_guessed(String sql) {
        assertThat(Effects.of(sql)).isEmpty();
    }

    @Test
    void some_statements_surely_do_nothing() {
        assertThat(Effects.isNothing("ANALYZE t")).isTrue();
        assertThat(Effects.isNothing("SET search_path = x")).isTrue();
        assertThat(Effects.isNothing("CALL p()")).isFalse();
        assertThat(Effects.isNothing("CREATE TABLE t (a int)")).isFalse();
    }

    @Test
    void some_say_themselves_that_they_may_run_again() {
        assertThat(Effects.isRepeatable("CREATE OR REPLACE FUNCTION f() RETURNS int AS 'x'"))
                .isTrue();
        assertThat(Effects.isRepeatable("DROP PROCEDURE IF EXISTS p")).isTrue();
        assertThat(Effects.isRepeatable("CREATE FUNCTION f() RETURNS int AS 'x'"))
                .isFalse();
        assertThat(Effects.isRepeatable("CALL p()")).isFalse();
    }

    @Test
    void only_what_every_inspector_reads_leaves_a_footprint() {
        assertThat(Effects.ofSchema("CREATE TABLE t (a int)")).isNotEmpty();
        assertThat(Effects.ofSchema("CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @a = 1"))
                .isEmpty();
        assertThat(Effects.ofSchema("CREATE FUNCTION f() RETURNS int AS 'x'")).isEmpty();
        assertThat(Effects.ofSchema("INSERT INTO t VALUES (1)")).isEmpty();
    }

    private static String shown(Effect effect) {
        return effect.verb() + " " + effect.object()
                + effect.part().map(part -> "/" + part).orElse("");
    }
}

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
                "ALTER TABLE t ADD a int, ALGORITHM=INPLACE, LOCK=NONE  | MAKE t/a",
                "ALTER TABLE t OWNER TO anna                            | CHANGE t",
                "ALTER INDEX i RENAME TO j                              | TAKE /i, MAKE /j",
                "INSERT OR IGNORE INTO t VALUES (1)                     | CHANGE t/*",
                "UPDATE t AS x SET a = 1                                | CHANGE t/*",
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
                "ALTER TABLE t DROP COLUMN a, b",
                "ALTER TABLE t MODIFY (a int)",
                "ALTER TABLE t EXCHANGE PARTITION p WITH TABLE u",
                "ALTER TABLE t TRUNCATE PARTITION p",
                "ALTER TABLE t DROP PARTITION p",
                "ALTER TABLE t ATTACH PARTITION u FOR VALUES IN (1)",
                "ALTER TABLE t CONVERT TABLE u TO PARTITION p VALUES LESS THAN (1)",
                "ALTER TABLE t DISCARD TABLESPACE",
                "ALTER TABLE t SET SCHEMA s",
                "ALTER TRIGGER g ON t RENAME TO h",
                "ALTER INDEX i SET (fillfactor = 50)",
                "GRANT SELECT ON t TO anna",
                "REVOKE SELECT ON t FROM anna",
                "SET GLOBAL max_connections = 5",
                "SET PASSWORD FOR anna = 'x'",
                "PRAGMA user_version = 3",
                "ANALYZE UPDATE t SET a = 1",
                "CREATE PUBLICATION p FOR TABLE t",
                "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
                "TRUNCATE TABLE t, u",
                "TRUNCATE t CASCADE",
                "DELETE t, u FROM t JOIN u",
                "DELETE t FROM t JOIN u",
                "UPDATE t, u SET t.a = 1",
                "UPDATE t JOIN u ON t.a = u.a SET t.a = 1",
                "UPDATE t",
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
    void a_setting_for_one_statement_is_that_statement() {
        String setting = "SET STATEMENT lock_wait_timeout = 5 FOR ";
        assertThat(Effects.of(setting + "ALTER TABLE t ADD b int")).isEqualTo(Effects.of("ALTER TABLE t ADD b int"));
        assertThat(Effects.isMany(setting + "CALL p()")).isTrue();
        assertThat(Effects.isSetting(setting + "ALTER TABLE t ADD b int")).isFalse();
        assertThat(TableWords.read(setting + "DROP TABLE t")).isEqualTo(TableWords.read("DROP TABLE t"));
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
        assertThat(Effects.isRepeatable("ALTER TABLE t DROP COLUMN IF EXISTS a, ADD COLUMN IF NOT EXISTS b int"))
                .isTrue();
        assertThat(Effects.isRepeatable("ALTER TABLE t DROP COLUMN IF EXISTS a, ADD COLUMN b int"))
                .isFalse();
    }

    @Test
    void only_what_every_inspector_reads_leaves_a_footprint() {
        assertThat(Effects.ofSchema("CREATE TABLE t (a int)")).isNotEmpty();
        assertThat(Effects.ofSchema("CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @a = 1"))
                .isEmpty();
        assertThat(Effects.ofSchema("CREATE FUNCTION f() RETURNS int AS 'x'")).isEmpty();
        assertThat(Effects.ofSchema("INSERT INTO t VALUES (1)")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t OWNER TO anna",
                "ALTER TABLE t ENGINE=InnoDB",
                "ALTER TABLE t DISABLE TRIGGER g",
                "ALTER TABLE t ALTER COLUMN a SET STATISTICS 5",
                "ALTER TABLE t ALTER COLUMN a TYPE int USING a + 1",
                "ALTER TABLE t ALTER INDEX i INVISIBLE",
                "ALTER VIEW v OWNER TO anna",
                "COMMENT ON TABLE t IS 'x'",
                "CREATE TYPE t AS (a int)",
                "ALTER SEQUENCE q RESTART WITH 5",
                "ALTER TABLE t EXCHANGE PARTITION p WITH TABLE u",
                "ALTER TABLE t TRUNCATE PARTITION p",
                "CREATE OR REPLACE TABLE t (a int)",
                "GRANT SELECT ON t TO anna",
                "REVOKE SELECT ON t FROM anna",
            })
    void what_the_catalogue_need_not_show_leaves_no_footprint(String sql) {
        assertThat(Effects.ofSchema(sql)).isEmpty();
        assertThat(Effects.isNothing(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
                "ALTER TABLE t ALTER COLUMN a TYPE bigint",
                "ALTER TABLE t MODIFY a bigint",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1)",
                "ALTER INDEX i RENAME TO j",
                "ALTER VIEW v AS SELECT 1",
                "ALTER TYPE e ADD VALUE 'x'",
            })
    void what_the_catalogue_shows_leaves_one(String sql) {
        assertThat(Effects.ofSchema(sql)).isNotEmpty();
    }

    @Test
    void what_outlives_the_session_is_no_setting_of_it() {
        assertThat(Effects.isSetting("SET lock_timeout = 5")).isTrue();
        assertThat(Effects.isSetting("USE shop")).isTrue();
        assertThat(Effects.isSetting("SET GLOBAL max_connections = 5")).isFalse();
        assertThat(Effects.isSetting("PRAGMA user_version = 3")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USE shop",
                "SET SCHEMA shop",
                "SET search_path = shop",
                "SET SCHEMA_SEARCH_PATH shop, public",
                "SELECT set_config('search_path', 'shop', false)",
                "RESET search_path",
            })
    void some_move_what_names_mean(String sql) {
        assertThat(Effects.isMovingNames(sql)).isTrue();
        assertThat(Effects.isMovingNames("SET lock_timeout = 5")).isFalse();
    }

    @Test
    void some_make_what_goes_with_the_session() {
        assertThat(Effects.isTemporary("CREATE TEMP TABLE t (a int)")).isTrue();
        assertThat(Effects.isTemporary("CREATE OR REPLACE TEMPORARY VIEW v AS SELECT 1"))
                .isTrue();
        assertThat(Effects.isTemporary("CREATE LOCAL TEMPORARY TABLE t (a int)"))
                .isTrue();
        assertThat(Effects.isTemporary("CREATE TABLE temp (a int)")).isFalse();
        assertThat(Effects.isTemporary("DROP TEMPORARY TABLE t")).isFalse();
    }

    private static String shown(Effect effect) {
        return effect.verb() + " " + effect.object()
                + effect.part().map(part -> "/" + part).orElse("");
    }
}

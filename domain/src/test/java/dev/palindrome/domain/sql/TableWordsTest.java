package dev.palindrome.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.sql.TableChange.Kind;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement takes away, as its words say. */
class TableWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "DROP TABLE a | DROPPED a",
                "drop table if exists s.a, \"B\" cascade | DROPPED s.a, DROPPED \"B\"",
                "CREATE OR REPLACE TABLE a (id int) | DROPPED a",
                "DROP SCHEMA s CASCADE | SCHEMA_DROPPED s.",
                "ALTER TABLE a DROP COLUMN b | COLUMN_DROPPED a b",
                "ALTER TABLE IF EXISTS ONLY s.a DROP b CASCADE | COLUMN_DROPPED s.a b",
                "ALTER TABLE a DROP COLUMN IF EXISTS b, DROP COLUMN c | COLUMN_DROPPED a b, COLUMN_DROPPED a c",
                "ALTER TABLE a DROP COLUMN (b, c) | COLUMN_DROPPED a b, COLUMN_DROPPED a c",
                "ALTER TABLE a ADD COLUMN d numeric(3, 2), DROP COLUMN c | COLUMN_DROPPED a c",
                "ALTER TABLE a RENAME TO b | RENAMED a b",
                "RENAME TABLE a TO b, c TO d | RENAMED a b, RENAMED c d",
                "ALTER TABLE a RENAME COLUMN b TO c | COLUMN_RENAMED a b c",
                "ALTER TABLE a CHANGE COLUMN b c int | COLUMN_RENAMED a b c",
                "ALTER TABLE a ALTER COLUMN b RENAME TO c | COLUMN_RENAMED a b c",
                "TRUNCATE TABLE a, ONLY b | ROWS_DELETED a, ROWS_DELETED b",
                "DELETE FROM a | ROWS_DELETED a",
                "DELETE FROM a WHERE b IN (1, 2) AND c = 'x (y)' | ROWS_DELETED a b IN (1, 2) AND c = 'x (y)'",
                "DELETE FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.id = a.id) | "
                        + "ROWS_DELETED a EXISTS (SELECT 1 FROM b WHERE b.id = a.id)",
                "DELETE FROM a WHERE b < now() | SOME_ROWS_DELETED a",
                "DELETE FROM a USING b WHERE a.id = b.id | SOME_ROWS_DELETED a",
                "DELETE FROM a WHERE b = 1 ORDER BY c LIMIT 3 | SOME_ROWS_DELETED a",
                "DELETE FROM a WHERE b = 1 RETURNING c | SOME_ROWS_DELETED a"
            })
    void what_is_taken_away_is_told(String sql, String expected) {
        assertThat(TableWords.read(sql).stream()
                        .map(change -> (change.kind() + " " + change.table() + " " + change.what() + " " + change.to())
                                .strip()
                                .replaceAll(" +", " "))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DO $$ BEGIN DROP TABLE a; END $$",
                "DO 'begin drop table a; end'",
                "CALL clear_up()",
                "WITH old AS (SELECT 1) DELETE FROM a",
                "DELETE a FROM a JOIN b ON a.id = b.id",
                "MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN DELETE",
                "ALTER TABLE a DROP PARTITION p",
                "DROP OWNED BY somebody",
                "DROP TYPE t CASCADE"
            })
    void what_may_take_anything_away_is_said_to_be_unclear(String sql) {
        assertThat(TableWords.read(sql)).containsExactly(TableChange.unclear(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (b int REFERENCES c ON DELETE CASCADE)",
                "CREATE FUNCTION f() RETURNS void AS $$ DROP TABLE a $$ LANGUAGE sql",
                "INSERT INTO a VALUES ('DROP TABLE b')",
                "UPDATE a SET b = 'DELETE'",
                "-- DROP TABLE a",
                "DROP INDEX i",
                "DROP VIEW v",
                "ALTER TABLE a DROP CONSTRAINT c",
                "ALTER TABLE a DROP PRIMARY KEY",
                "ALTER TABLE a ALTER COLUMN b DROP NOT NULL",
                "SELECT count(*) FROM a",
                "BEGIN",
                "DO $$ BEGIN CREATE TYPE t AS ENUM ('x'); END $$",
                ""
            })
    void what_takes_nothing_away_is_left_out(String sql) {
        assertThat(TableWords.read(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUNCATE a CASCADE"})
    void what_goes_along_is_unclear(String sql) {
        assertThat(TableWords.read(sql)).extracting(TableChange::kind).containsExactly(Kind.ROWS_DELETED, Kind.UNCLEAR);
    }
}

package dev.palindrome.adapters.jdbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateTableReaderTest {

    private static Table read(String sql) {
        return CreateTableReader.read(ObjectName.of("t"), sql);
    }

    private static Table of(String body) {
        return read("CREATE TABLE t (" + body + ")");
    }

    private static Column column(String definition) {
        return of(definition).columns().get(0);
    }

    private static List<String> constraints(Table table) {
        return table.constraints().stream()
                .map(c -> (c.name().isEmpty() ? "" : c.name() + ": ") + c.definition() + " " + c.columns())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a                                       | ''
                    a int                                   | int
                    a varchar ( 30 )                        | varchar(30)
                    a NUMERIC(10 , 2) NOT NULL              | NUMERIC(10,2)
                    a UNSIGNED  BIG\tINT DEFAULT 1          | UNSIGNED BIG INT
                    a timestamp with time zone              | timestamp with time zone
                    a double precision collate nocase       | double precision
                    a VARYING CHARACTER(255) unique         | VARYING CHARACTER(255)
                    a numeric(-5, +3)                       | numeric(-5,+3)
                    a "my type" references b                | "my type"
                    a int as (1)                            | int
                    """)
    void a_type_is_what_stands_before_the_first_clause(String definition, String type) {
        assertThat(column(definition).type()).isEqualTo(type);
    }

    @Test
    void names_come_in_all_quotings() {
        Table table =
                of("\"a \"\"b\"\"\" int, `c``d` int, [e f] int, 'g''h' int, plain$1 int, größe int, \"\"\"x\"\"\" int");
        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("a \"b\"", "c`d", "e f", "g'h", "plain$1", "größe", "\"\"\"x\"\"\"");
        assertThat(table.peculiarities()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
                    a DEFAULT 'it''s, (odd)'          | 'it''s, (odd)'
                    a DEFAULT -1                      | -1
                    a DEFAULT + 1.5e-3 NOT NULL       | +1.5e-3
                    a DEFAULT x'0a' UNIQUE            | x'0a'
                    a DEFAULT (1 + (2 * 3)) CHECK (1) | 1 + (2 * 3)
                    a DEFAULT CURRENT_TIMESTAMP       | CURRENT_TIMESTAMP
                    a DEFAULT "text"                  | "text"
                    a DEFAULT true                    | true
                    a DEFAULT ( 7 /* lucky */ )       | 7
                    """)
    void a_default_is_an_expression_without_parentheses(String definition, String expression) {
        assertThat(column(definition).defaultExpression()).hasValue(expression);
    }

    @Test
    void a_default_of_null_is_none() {
        assertThat(column("a text DEFAULT NULL")).isEqualTo(column("a text"));
    }

    @Test
    void a_column_says_all_that_it_has() {
        assertThat(column("a varchar(9) CONSTRAINT n NOT NULL DEFAULT 'x' COLLATE nocase"))
                .isEqualTo(new Column(
                        "a",
                        "varchar(9)",
                        false,
                        Optional.of("'x'"),
                        Optional.of("nocase"),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(column("a text NULL COLLATE BINARY")).isEqualTo(column("a text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a int, b int GENERATED ALWAYS AS (a + (1)) VIRTUAL",
                "a int, b int AS (a + (1))",
                "a int, b int as ( a + (1) -- why\n) virtual",
            })
    void a_computed_column_may_be_written_shortly(String body) {
        assertThat(of(body).columns().get(1).generated()).hasValue("GENERATED ALWAYS AS (a + (1)) VIRTUAL");
    }

    @Test
    void constraints_in_columns_and_behind_them_are_the_same() {
        Table inColumns = of("""
                a integer CONSTRAINT k PRIMARY KEY,
                b text CONSTRAINT u UNIQUE CONSTRAINT c CHECK (b <> ''),
                d int REFERENCES other(x) ON DELETE CASCADE ON UPDATE NO ACTION NOT DEFERRABLE
                """);
        Table behind = of("""
                a integer, b text, d int,
                FOREIGN KEY (d) REFERENCES "other" ("x") ON UPDATE NO ACTION ON DELETE CASCADE,
                CONSTRAINT c CHECK ( b <> '' ) CONSTRAINT u UNIQUE (b ASC)
                CONSTRAINT k PRIMARY KEY ("a" DESC)
                """);
        assertThat(inColumns).isEqualTo(behind);
        assertThat(constraints(behind))
                .containsExactly(
                        "k: PRIMARY KEY (\"a\") [a]",
                        "u: UNIQUE (\"b\") [b]",
                        "FOREIGN KEY (\"d\") REFERENCES \"other\" (\"x\") ON DELETE CASCADE [d]",
                        "c: CHECK (b <> '') [b]");
    }

    @Test
    void keys_keep_collation_order_and_what_happens_on_conflict() {
        assertThat(constraints(of("a text, b text, PRIMARY KEY (a COLLATE nocase DESC, b) ON CONFLICT replace,"
                        + " UNIQUE (B) ON CONFLICT ABORT")))
                .containsExactly(
                        "PRIMARY KEY (\"a\" COLLATE nocase DESC, \"b\") ON CONFLICT REPLACE [a, b]",
                        "UNIQUE (\"B\") [b]");
    }

    @Test
    void references_keep_what_means_something() {
        assertThat(constraints(
                        of("a int, b int REFERENCES o DEFERRABLE INITIALLY DEFERRED, c int REFERENCES o DEFERRABLE"
                                + " INITIALLY IMMEDIATE, FOREIGN KEY (a, b) REFERENCES o ON DELETE SET NULL ON UPDATE SET"
                                + " DEFAULT MATCH FULL")))
                .containsExactly(
                        "FOREIGN KEY (\"a\", \"b\") REFERENCES \"o\" ON DELETE SET NULL ON UPDATE SET DEFAULT MATCH FULL"
                                + " [a, b]",
                        "FOREIGN KEY (\"b\") REFERENCES \"o\" DEFERRABLE INITIALLY DEFERRED [b]",
                        "FOREIGN KEY (\"c\") REFERENCES \"o\" [c]");
    }

    @Test
    void a_check_knows_its_columns_but_neither_calls_nor_texts() {
        assertThat(constraints(of("length int, a text, b int, CHECK (length(a) > \"B\" AND a <> 'length')")))
                .containsExactly("CHECK (length(a) > B AND a <> 'length') [a, b]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id INTEGER PRIMARY KEY AUTOINCREMENT, a int",
                "id INTEGER NOT NULL PRIMARY KEY ASC AUTOINCREMENT, a int",
                "\"id\" INTEGER, a int, PRIMARY KEY(\"id\" AUTOINCREMENT)",
            })
    void autoincrement_may_stand_in_two_places(String body) {
        Table table = of(body);
        assertThat(table.columns().get(0).generated()).hasValue("AUTOINCREMENT");
        assertThat(table).isEqualTo(of("id INTEGER PRIMARY KEY AUTOINCREMENT, a int"));
    }

    @Test
    void a_primary_key_is_nullable_only_where_sqlite_lets_it() {
        assertThat(of("a int PRIMARY KEY").columns().get(0).nullable()).isTrue();
        assertThat(of("a integer PRIMARY KEY").columns().get(0).nullable()).isFalse();
        assertThat(read("CREATE TABLE t (a int PRIMARY KEY) WITHOUT ROWID")
                        .columns()
                        .get(0)
                        .nullable())
                .isFalse();
        assertThat(read("CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT) strict").columns())
                .extracting(Column::nullable)
                .containsExactly(false, true);
    }

    @Test
    void options_have_one_order() {
        assertThat(read("CREATE TABLE t (a INT PRIMARY KEY) STRICT, without rowid")
                        .options())
                .isEqualTo("WITHOUT ROWID, STRICT");
    }

    @Test
    void comments_are_anywhere() {
        assertThat(read("""
                CREATE TABLE t -- (a comment
                ( /* ) */ a int -- first, of two
                , b /* the type */ text -- last
                /* CHECK (a) */ )
                """)).isEqualTo(of("a int, b text"));
    }

    @Test
    void names_may_be_key_words_where_sqlite_lets_them() {
        Table table = of("\"check\" text, key text, action int, \"constraint\" int, no int, abort int, UNIQUE (key)");
        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("check", "key", "action", "constraint", "no", "abort");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIRTUAL TABLE t USING fts5(a, b)",
                "CREATE TABLE t (a int) WITH MAGIC",
                "CREATE TABLE t (a int PRIMARY)",
                "CREATE TABLE t (a int",
                "CREATE TABLE t (a text NOT NULL ON CONFLICT IGNORE)",
                "CREATE TABLE t (a integer PRIMARY KEY DESC)",
            })
    void what_cannot_be_made_again_is_said(String sql) {
        assertThat(read(sql).peculiarities()).hasSize(1);
    }

    @Test
    void a_schema_of_a_browser_is_read() {
        Table places = CreateTableReader.read(
                ObjectName.of("moz_places"),
                "CREATE TABLE moz_places (   id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR, rev_host"
                        + " LONGVARCHAR, visit_count INTEGER DEFAULT 0, hidden INTEGER DEFAULT 0 NOT NULL, frecency"
                        + " INTEGER DEFAULT -1 NOT NULL, guid TEXT, foreign_count INTEGER DEFAULT 0 NOT NULL, url_hash"
                        + " INTEGER DEFAULT 0 NOT NULL , description TEXT, origin_id INTEGER REFERENCES"
                        + " moz_origins(id))");
        assertThat(places.columns()).hasSize(12);
        assertThat(places.column("frecency").orElseThrow().defaultExpression()).hasValue("-1");
        assertThat(places.constraints()).extracting(Constraint::kind).hasSize(2);
    }

    @Test
    void a_schema_of_a_web_framework_is_read() {
        Table permission = CreateTableReader.read(
                ObjectName.of("auth_permission"),
                "CREATE TABLE \"auth_permission\" (\"id\" integer NOT NULL PRIMARY KEY AUTOINCREMENT, \"content_type_id\""
                        + " integer NOT NULL REFERENCES \"django_content_type\" (\"id\") DEFERRABLE INITIALLY DEFERRED,"
                        + " \"codename\" varchar(100) NOT NULL, \"count\" integer unsigned NOT NULL CHECK (\"count\" >="
                        + " 0), \"data\" text NOT NULL CHECK ((JSON_VALID(\"data\") OR \"data\" IS NULL)))");
        assertThat(permission.column("count").orElseThrow().type()).isEqualTo("integer unsigned");
        assertThat(constraints(permission))
                .containsExactly(
                        "PRIMARY KEY (\"id\") [id]",
                        "FOREIGN KEY (\"content_type_id\") REFERENCES \"django_content_type\" (\"id\") DEFERRABLE"
                                + " INITIALLY DEFERRED [content_type_id]",
                        "CHECK ((JSON_VALID(data) OR data IS NULL)) [data]",
                        "CHECK (count >= 0) [count]");
    }
}

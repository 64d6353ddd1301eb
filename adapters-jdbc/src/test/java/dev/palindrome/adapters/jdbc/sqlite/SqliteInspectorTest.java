package dev.palindrome.adapters.jdbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.catalogue.View;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SqliteInspectorTest {
    private final SqliteWorkshop shop = new SqliteWorkshop(new SqliteFiles(), false);

    @AfterEach
    void close() {
        shop.close();
    }

    private List<SchemaObject> madeBy(String script) {
        try (SqliteWorkshop other = new SqliteWorkshop(new SqliteFiles(), false)) {
            other.script(script);
            return other.catalogue();
        }
    }

    private Table table(String name) {
        return (Table) shop.inspect(ObjectName.of(name)).orElseThrow();
    }

    @Test
    void equal_schemas_are_equal_however_they_were_written() {
        assertThat(madeBy("""
                CREATE TABLE IF NOT EXISTS main.t (a int);
                ALTER TABLE t ADD COLUMN b varchar( 20 ) not null default ( 'x' ) check(b <> '');
                ALTER TABLE t ADD c int constraint fk references o on delete no action;
                ALTER TABLE t ADD COLUMN d as (a + 1);
                create unique index if not exists main.[i] on t ( a asc , b collate NOCASE desc ) where a > 0 ;
                create trigger if not exists main.g after insert on t begin select 1; end;
                create view if not exists main.v (x) as select a from "t"
                """)).isEqualTo(madeBy("""
                CREATE TABLE "t" (
                  "a" int, -- the first
                  `b` varchar(20) DEFAULT 'x' NOT NULL,
                  [c] int, "d" GENERATED ALWAYS AS (a + 1) VIRTUAL,
                  CONSTRAINT "fk" FOREIGN KEY ("c") REFERENCES "o",
                  CHECK (b <> '')
                );
                CREATE UNIQUE INDEX "i" ON "t" ("a", "b" COLLATE NOCASE DESC) WHERE a > 0;
                CREATE TRIGGER "g" after insert on "t" begin select 1; end;
                CREATE VIEW "v" (x) as select a from t;
                """));
    }

    @Test
    void a_table_made_of_a_query_is_one_like_others() {
        assertThat(madeBy("CREATE TABLE t AS SELECT 1 AS \"a b\", cast('x' AS text) AS c"))
                .isEqualTo(madeBy("CREATE TABLE t (\"a b\", c TEXT)"));
    }

    @Test
    void only_what_users_made_is_listed() {
        shop.script("""
                CREATE TABLE b (id integer PRIMARY KEY AUTOINCREMENT, x text UNIQUE);
                CREATE TABLE palindrome_history (a int);
                CREATE INDEX by_a ON palindrome_history (a);
                CREATE VIRTUAL TABLE docs USING fts5(body);
                CREATE VIEW a AS SELECT 1;
                INSERT INTO b VALUES (1, 'x');
                ANALYZE;
                """);
        assertThat(shop.catalogue()).extracting(o -> o.name().name()).containsExactly("a", "b", "docs");
        assertThat(table("docs").peculiarities())
                .singleElement()
                .asString()
                .contains("it is a virtual table", "USING fts5(body)");
    }

    @Test
    void an_object_is_found_whatever_the_case_of_its_name() {
        shop.script(
                "CREATE TABLE Mixed (a int); CREATE VIEW seen AS SELECT a FROM mixed; CREATE TABLE \"\"\"q\"\"\" (b int)");
        assertThat(table("mixed").name()).isEqualTo(ObjectName.of("mixed"));
        assertThat(shop.inspect(ObjectName.of("SEEN"))).containsInstanceOf(View.class);
        assertThat(table("\"\"\"q\"\"\"").columns()).hasSize(1);
        assertThat(shop.inspect(ObjectName.of("none"))).isEmpty();
        assertThat(shop.inspect(ObjectName.of("mixed' --"))).isEmpty();
    }

    @Test
    void indexes_and_triggers_know_their_columns() {
        shop.script("""
                CREATE TABLE t (a int, b text, c int, lower text);
                CREATE INDEX i ON t (lower(b), a) WHERE "c" > 0;
                CREATE INDEX a ON t (lower DESC);
                CREATE TRIGGER g AFTER UPDATE OF a ON t WHEN old.b <> NEW."b" BEGIN UPDATE t SET c = 1; END;
                CREATE TRIGGER h AFTER DELETE ON t BEGIN SELECT 1; END;
                """);
        assertThat(table("t").indexes())
                .extracting(Index::columns)
                .containsExactly(List.of("lower"), List.of("a", "b", "c"));
        assertThat(table("t").attachments())
                .extracting(Attachment::columns)
                .containsExactly(List.of("a", "b"), List.of());
    }
}

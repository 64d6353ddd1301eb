package dev.palindrome.adapters.jdbc.sqlite;

import static dev.palindrome.spi.operation.Operations.addPrimaryKey;
import static dev.palindrome.spi.operation.Operations.addUnique;
import static dev.palindrome.spi.operation.Operations.changeNullable;
import static dev.palindrome.spi.operation.Operations.changeType;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.operation.DropColumn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that are made anew, with foreign keys enforced or not, in files and in shared memory. */
final class SqliteRebuildTest {
    private static final String FAMILY = """
            CREATE TABLE grand (id integer PRIMARY KEY);
            CREATE TABLE parent (
                id integer PRIMARY KEY AUTOINCREMENT,
                grand int REFERENCES grand ON DELETE CASCADE,
                self int REFERENCES parent (id) ON DELETE CASCADE,
                name varchar(9) UNIQUE);
            CREATE TABLE cascading (id int, parent int NOT NULL REFERENCES parent (id) ON DELETE CASCADE);
            CREATE TABLE nulled (id int, parent text REFERENCES parent (name) ON DELETE SET NULL ON UPDATE CASCADE);
            CREATE TABLE restricted (id int, parent int REFERENCES "parent" ON DELETE RESTRICT);
            CREATE TABLE deferred (id int, parent int REFERENCES [parent] DEFERRABLE INITIALLY DEFERRED);
            INSERT INTO grand VALUES (1);
            INSERT INTO parent VALUES (1, 1, NULL, 'a'), (2, 1, 1, 'b'), (3, 1, 2, 'c'), (9, 1, NULL, 'z');
            DELETE FROM parent WHERE id = 9;
            INSERT INTO cascading VALUES (1, 1), (2, 3);
            INSERT INTO nulled VALUES (1, 'a'), (2, 'c');
            INSERT INTO restricted VALUES (1, 1);
            INSERT INTO deferred VALUES (1, 2);
            """;

    /** Where the database is, and whether it enforces foreign keys. */
    enum Setting {
        FILE_LAX(false, false),
        FILE_STRICT(false, true),
        MEMORY_LAX(true, false),
        MEMORY_STRICT(true, true);

        private final boolean memory;
        private final boolean enforced;

        Setting(boolean memory, boolean enforced) {
            this.memory = memory;
            this.enforced = enforced;
        }

        SqliteWorkshop workshop() {
            return new SqliteWorkshop(memory ? new SqliteMemory() : new SqliteFiles(), enforced);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_row_is_lost_and_all_references_stay(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script(FAMILY);
            List<SchemaObject> catalogue = shop.catalogue();

            shop.there(changeType("parent", "grand", "bigint"));

            assertThat(shop.rows("SELECT * FROM parent")).containsExactly("1,1,a,null", "1,2,b,1", "1,3,c,2");
            assertThat(shop.rows("SELECT * FROM cascading")).containsExactly("1,1", "2,3");
            assertThat(shop.rows("SELECT * FROM nulled")).containsExactly("1,a", "2,c");
            assertThat(shop.rows("SELECT * FROM restricted")).containsExactly("1,1");
            assertThat(shop.rows("SELECT * FROM deferred")).containsExactly("1,2");
            assertThat(shop.rows("PRAGMA foreign_key_check")).isEmpty();
            assertThat(shop.rows("PRAGMA integrity_check")).containsExactly("ok");

            shop.back();
            assertThat(shop.catalogue()).isEqualTo(catalogue);
            assertThat(shop.rows("SELECT id FROM cascading")).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void foreign_keys_do_their_work_afterwards(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script(FAMILY.replace("REFERENCES parent (name)", "REFERENCES PARENT (NAME)"));
            shop.there(changeType("parent", "name", "text"));
            shop.script("PRAGMA foreign_keys = ON");

            assertThatThrownBy(() -> shop.script("DELETE FROM parent WHERE id = 1"))
                    .hasMessageContaining("FOREIGN KEY constraint failed");
            assertThatThrownBy(() -> shop.script("INSERT INTO cascading VALUES (7, 7)"))
                    .hasMessageContaining("FOREIGN KEY constraint failed");
            shop.script("DELETE FROM restricted; DELETE FROM deferred; DELETE FROM grand");
            assertThat(shop.rows("SELECT * FROM parent")).isEmpty();
            assertThat(shop.rows("SELECT * FROM cascading")).isEmpty();
            assertThat(shop.rows("SELECT * FROM nulled")).containsExactly("1,null", "2,null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_violation_that_is_yet_to_be_mended_is_still_found_at_the_end(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script(FAMILY);
            shop.session().begin();
            shop.script("INSERT INTO deferred VALUES (2, 77)");
            shop.run(changeType("parent", "name", "text"));
            shop.run(changeType("deferred", "id", "bigint"));
            if (setting.enforced) {
                assertThatThrownBy(shop.session()::commit).hasMessageContaining("FOREIGN KEY constraint failed");
                assertThat(shop.rows("SELECT id FROM deferred")).containsExactly("1");
            } else {
                shop.session().commit();
                assertThat(shop.rows("PRAGMA foreign_key_check")).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_violation_that_is_mended_behind_it_is_none(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script(FAMILY);
            shop.session().begin();
            shop.script("INSERT INTO deferred VALUES (2, 77)");
            shop.run(changeType("parent", "name", "text"));
            shop.run(changeType("deferred", "id", "bigint"));
            shop.script("INSERT INTO parent (id) VALUES (77)");
            shop.session().commit();
            assertThat(shop.rows("SELECT parent FROM deferred")).containsExactly("2", "77");
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_go_on_where_they_were(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script(FAMILY + "CREATE TABLE bare (id integer PRIMARY KEY AUTOINCREMENT, a int);"
                    + "INSERT INTO bare VALUES (41, 1); DELETE FROM bare;");
            shop.there(changeType("parent", "name", "text"));
            shop.there(changeType("bare", "a", "text"));
            shop.back();
            shop.script("INSERT INTO parent (name) VALUES ('d'); INSERT INTO bare (a) VALUES (2)");

            assertThat(shop.rows("SELECT max(id) FROM parent")).containsExactly("10");
            assertThat(shop.rows("SELECT id FROM bare")).containsExactly("42");
            assertThat(shop.rows("SELECT name FROM sqlite_sequence ORDER BY name"))
                    .containsExactly("bare", "parent");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_hangs_on_it_is_made_again(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script("""
                    CREATE TABLE [Order "it's"] (id integer PRIMARY KEY, a int, b text, c int AS (a * 2) STORED, d AS (b || '!'));
                    CREATE TABLE log (a);
                    CREATE INDEX partial ON [Order "it's"] (b) WHERE a > 1;
                    CREATE INDEX expressed ON [Order "it's"] (lower(b), a DESC);
                    CREATE UNIQUE INDEX only ON [Order "it's"] (b COLLATE nocase);
                    CREATE TRIGGER logged AFTER INSERT ON [Order "it's"] BEGIN INSERT INTO log VALUES (new.id); END;
                    CREATE TRIGGER other AFTER DELETE ON log BEGIN UPDATE [Order "it's"] SET b = b WHERE id = old.a; END;
                    CREATE VIEW seen AS SELECT id, d FROM [Order "it's"];
                    INSERT INTO [Order "it's"] (id, a, b) VALUES (7, 1, 'x'), (5, 2, 'Y');
                    """);
            List<SchemaObject> catalogue = shop.catalogue();

            shop.there(changeNullable("Order \"it's\"", "a", false));
            assertThat(shop.rows("SELECT * FROM seen")).containsExactly("Y!,5", "x!,7");
            assertThat(shop.rows("SELECT c FROM [Order \"it's\"] ORDER BY id")).containsExactly("4", "2");
            assertThat(shop.rows("SELECT * FROM log")).containsExactly("7", "5");
            assertThat(shop.rows("SELECT name FROM sqlite_schema WHERE type IN ('index', 'trigger') ORDER BY name"))
                    .containsExactly("expressed", "logged", "only", "other", "partial");

            shop.back();
            assertThat(shop.catalogue()).isEqualTo(catalogue);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_keep_their_options(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script("""
                    CREATE TABLE pairs (a TEXT, b INT, c TEXT, PRIMARY KEY (b, a DESC)) WITHOUT ROWID, STRICT;
                    INSERT INTO pairs VALUES ('x', 1, '5'), ('y', 1, NULL);
                    """);
            List<SchemaObject> catalogue = shop.catalogue();
            shop.there(changeType("pairs", "c", "INTEGER"));
            assertThat(shop.rows("SELECT a, b, typeof(c) FROM pairs")).containsExactly("y,1,null", "x,1,integer");
            assertThat(shop.rows("SELECT wr, strict FROM pragma_table_list WHERE name = 'pairs'"))
                    .containsExactly("1,1");
            shop.back();
            assertThat(shop.catalogue()).isEqualTo(catalogue);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_half_way_leaves_all_as_it_was(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script(FAMILY);
            List<SchemaObject> catalogue = shop.catalogue();
            shop.script("CREATE TRIGGER broken AFTER INSERT ON cascading BEGIN SELECT name FROM parent; END");
            shop.session().begin();

            assertThatThrownBy(() -> shop.run(changeNullable("parent", "self", false)))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("NOT NULL constraint failed");
            shop.session().rollback();
            shop.session().begin();
            // by then the table has been made anew, and only then SQLite sees that a trigger needs the column
            assertThatThrownBy(() -> shop.run(dropColumn("parent", "name")))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("error in trigger broken");
            shop.session().rollback();
            shop.session().restore();

            shop.script("DROP TRIGGER broken");
            assertThat(shop.catalogue()).isEqualTo(catalogue);
            assertThat(shop.rows("SELECT id FROM parent")).containsExactly("1", "2", "3");
            assertThat(shop.rows("SELECT id FROM cascading")).containsExactly("1", "2");
            assertThat(shop.rows("SELECT name FROM sqlite_schema WHERE name LIKE '%palindrome%'"))
                    .isEmpty();
            assertThat(shop.rows("PRAGMA legacy_alter_table")).containsExactly("0");
            assertThat(shop.rows("PRAGMA writable_schema")).containsExactly("0");
            assertThat(shop.rows("PRAGMA integrity_check")).containsExactly("ok");
            shop.there(changeType("parent", "name", "text"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_view_that_needs_a_column_holds_it(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script(FAMILY + "CREATE VIEW names AS SELECT name FROM parent");
            shop.session().begin();
            assertThatThrownBy(() -> shop.run(dropColumn("parent", "name")))
                    .hasMessageContaining("error in view names");
            shop.session().rollback();
            assertThat(shop.rows("SELECT * FROM names")).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_column_comes_back_in_its_place_with_what_was_on_it(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script("""
                    CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int DEFAULT 3, d int AS (a + c));
                    CREATE INDEX i ON t (b) WHERE a > 0;
                    CREATE TRIGGER g AFTER UPDATE OF b ON t WHEN new.b > 0 BEGIN SELECT 1; END;
                    INSERT INTO t VALUES (1, 2, 4);
                    """);
            List<SchemaObject> catalogue = shop.catalogue();
            shop.there(new DropColumn(Optional.empty(), "t", "b", Optional.of("a * 10")));
            assertThat(shop.rows("SELECT * FROM t")).containsExactly("1,4,5");
            shop.back();
            assertThat(shop.rows("SELECT * FROM t")).containsExactly("1,10,4,5");
            assertThat(shop.catalogue()).isEqualTo(catalogue);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_would_drop_rows_does_not(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script("CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a) ON CONFLICT IGNORE);"
                    + "INSERT INTO t VALUES (1, 1)");
            shop.there(dropColumn("t", "a"));
            shop.script("INSERT INTO t VALUES (2)");
            shop.back();
            assertThat(shop.rows("SELECT * FROM t")).containsExactly("null,1", "null,2");
            shop.script("DELETE FROM t; INSERT INTO t VALUES (5, 1)");
            shop.session().begin();
            assertThatThrownBy(() -> {
                        shop.run(new DropColumn(Optional.empty(), "t", "a", Optional.empty()));
                        shop.script("ALTER TABLE t ADD COLUMN a int; INSERT INTO t VALUES (1, 6), (2, 6)");
                        shop.run(addUnique("t", "a"));
                    })
                    .hasMessageContaining("UNIQUE constraint failed");
            shop.session().rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_primary_key_makes_the_rowid_and_takes_it_away(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script("CREATE TABLE t (id integer NOT NULL, a text); INSERT INTO t VALUES (30, 'x'), (10, 'y')");
            List<SchemaObject> catalogue = shop.catalogue();
            shop.there(addPrimaryKey("t", "id"));
            assertThat(shop.rows("SELECT rowid, a FROM t")).containsExactly("y,10", "x,30");
            shop.back();
            assertThat(shop.catalogue()).isEqualTo(catalogue);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_read_is_not_made_anew(Setting setting) {
        try (SqliteWorkshop shop = setting.workshop()) {
            shop.script("CREATE TABLE t (id integer PRIMARY KEY DESC, a text)");
            assertThatThrownBy(() -> shop.run(changeType("t", "a", "int")))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage(
                            "[operation/unsupported] SQLite can't change table 't' in this way but by making it anew,"
                                    + " and that is not possible: its column \"id\" is an INTEGER PRIMARY KEY DESC, which is"
                                    + " not the rowid. Write SQL with its reversal.");
        }
    }
}

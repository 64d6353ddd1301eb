package dev.palindrome.adapters.jdbc.sqlite;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createIndex;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static dev.palindrome.spi.operation.Operations.renameColumn;
import static dev.palindrome.spi.operation.Operations.renameTable;
import static dev.palindrome.spi.operation.Operations.replaceView;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.IndexPart;
import dev.palindrome.spi.operation.NewColumn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the contract doesn't ask: names that are mentioned elsewhere, ways round the limits of ALTER TABLE, refusals. */
final class SqliteOperationsTest {
    private static final String SHOP = """
            CREATE TABLE customer (id integer PRIMARY KEY, nick text CHECK (customer.nick <> 'nick'), Age int);
            CREATE TABLE bill (customer int REFERENCES customer, nick text DEFAULT "nick");
            CREATE INDEX grown ON customer (lower(nick)) WHERE Age > 17 AND nick <> "id";
            CREATE VIEW old AS SELECT c.nick, customer.Age FROM customer JOIN customer c ON c.nick = customer.nick;
            CREATE TRIGGER tr AFTER UPDATE OF nick ON customer WHEN new.nick > 'a'
            BEGIN UPDATE customer SET nick = old.nick WHERE id = new.id; INSERT INTO bill SELECT id, nick FROM customer; END;
            """;

    private final SqliteWorkshop shop = new SqliteWorkshop(new SqliteFiles(), true);

    @AfterEach
    void close() {
        shop.close();
    }

    private void thereAndBack(Operation operation) {
        List<SchemaObject> catalogue = shop.catalogue();
        shop.there(operation);
        assertThat(shop.catalogue()).isNotEqualTo(catalogue);
        shop.back();
        assertThat(shop.catalogue()).isEqualTo(catalogue);
    }

    @Test
    void a_renamed_column_has_its_name_again_wherever_it_is_mentioned() {
        shop.script(SHOP);
        thereAndBack(renameColumn("customer", "nick", "handle"));
    }

    @Test
    void a_column_may_have_a_name_that_needs_quotes_meanwhile() {
        shop.script(SHOP + "DROP VIEW old; DROP TRIGGER tr");
        thereAndBack(renameColumn("customer", "nick", "select"));
        thereAndBack(renameColumn("customer", "nick", "it's"));
    }

    @Test
    void a_renamed_table_has_its_name_again_wherever_it_is_mentioned() {
        shop.script(SHOP);
        thereAndBack(renameTable("customer", "client"));
        thereAndBack(renameTable("customer", "Order"));
    }

    @Test
    void a_dropped_table_comes_back_with_all_that_hung_on_it() {
        shop.script(SHOP + "DROP VIEW old");
        thereAndBack(dropTable("customer"));
    }

    @Test
    void a_view_keeps_its_triggers_when_it_is_replaced() {
        shop.script(SHOP + "CREATE TRIGGER ins INSTEAD OF INSERT ON old BEGIN SELECT 1; END");
        thereAndBack(replaceView("old", "SELECT nick FROM customer"));
        assertThat(shop.rows("SELECT name FROM sqlite_schema WHERE tbl_name = 'old' ORDER BY name"))
                .containsExactly("ins", "old");
    }

    @Test
    void a_column_is_added_to_rows_whatever_alter_table_refuses() {
        shop.script("CREATE TABLE o (x int PRIMARY KEY); INSERT INTO o VALUES (5);"
                + "CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
        NewColumn b = column("b", "text");
        thereAndBack(addColumn("t", b.defaultsTo("CURRENT_TIMESTAMP")));
        thereAndBack(addColumn("t", b.defaultsTo("lower('X')").notNull()));
        thereAndBack(addColumn("t", b.defaultsTo("'x'").asUnique()));
        thereAndBack(addColumn("t", b.generatedAs("a + 1")));
        thereAndBack(addColumn("t", column("b", "int").defaultsTo("5").references("o", "x")));
        thereAndBack(addColumn("t", column("b", "identity").asPrimaryKey()));
        thereAndBack(addColumn("t", b.defaultsTo("-1").notNull().check("b < a").collate("nocase")));
        assertThat(shop.rows("SELECT * FROM t")).containsExactly("1");
        shop.script("DELETE FROM t");
        thereAndBack(addColumn("t", b.notNull()));
    }

    @Test
    void what_sqlite_has_not_is_refused() {
        refused(
                createTable("a", column("id", "text").asIdentity().asPrimaryKey()),
                "the column 'id' of table 'a' has to be an integer, not 'text'");
        refused(
                createTable("a", column("id", "identity"), column("b", "int").asPrimaryKey()),
                "the column 'id' of table 'a' has to be its whole primary key");
        refused(createTable("a", column("b", "int")).in("yard"), "'yard.a' names a schema, and SQLite has none");
        CreateIndex index = createIndex("a", "b");
        refused(
                new CreateIndex(
                        index.schema(),
                        index.table(),
                        index.name(),
                        List.of(IndexPart.column("b")),
                        false,
                        Optional.empty(),
                        Optional.of("gin"),
                        false),
                "the method 'gin' of index 'a_b_idx' means nothing to it");
    }

    private void refused(Operation operation, String message) {
        assertThatThrownBy(() -> shop.run(operation))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.OPERATION_UNSUPPORTED))
                .hasMessageContaining(message);
    }
}

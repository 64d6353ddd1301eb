package com.example.ignite;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.changeDefault;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createIndex;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static dev.palindrome.spi.operation.Operations.dropDefault;
import static dev.palindrome.spi.operation.Operations.dropIndex;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static dev.palindrome.spi.operation.Operations.insertRows;
import static dev.palindrome.spi.operation.Operations.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine on the cluster: what runs, what takes it back, and how it goes on from where it broke off. */
final class OperationsClusterTest {
    private static final Migration CUSTOMER = Migration.id("1")
            .forwards(
                    createTable(
                            "customer",
                            column("id", "integer").asPrimaryKey(),
                            column("nick", "varchar(30)").notNull().defaultsTo("'it''s anon'"),
                            column("born", "date").defaultsTo("'2000-01-01'"),
                            column("since", "timestamp"),
                            column("debt", "numeric(10,2)").defaultsTo("1.5"),
                            column("data", "binary"),
                            column("note", "text").notNull()),
                    createIndex("customer", "nick", "since"))
            .build();
    private static final Migration ROWS = Migration.id("2")
            .forwards(insertRows(
                    "customer",
                    row("id", 1, "nick", "Ännchen", "note", ""),
                    row("id", 2, "nick", "bert", "note", "x".repeat(100_000))))
            .build();
    private static final Migration PLACES = Migration.id("3")
            .forwards("CREATE ZONE IF NOT EXISTS once (REPLICAS 1, PARTITIONS 1) STORAGE PROFILES ['default'];"
                    + " CREATE TABLE place (town varchar, street varchar DEFAULT 'Main', flags tinyint,"
                    + " PRIMARY KEY USING SORTED (town DESC, street)) COLOCATE BY (town) ZONE once;"
                    + " CREATE INDEX by_flags ON place USING HASH (flags);"
                    + " INSERT INTO place (town) VALUES ('Graz')")
            .backwards("DROP TABLE place")
            .build();
    private static final Migration CHANGES = Migration.id("4")
            .forwards(
                    changeDefault("customer", "nick", "'nobody'"),
                    dropDefault("customer", "born"),
                    addColumn("customer", column("mood", "smallint").notNull().defaultsTo("7")),
                    dropIndex("customer", "customer_nick_since_idx"))
            .build();
    private static final Migration LESS = Migration.id("5")
            .forwards(
                    createIndex("customer", "debt"),
                    dropColumn("customer", "debt"),
                    dropColumn("customer", "nick"),
                    dropTable("place"))
            .build();

    private final String url = Cluster.running().url(IgniteSchemas.fresh());

    private Palindrome palindrome;
    private Session session;

    @BeforeEach
    void open() {
        use(CUSTOMER, ROWS, PLACES, CHANGES, LESS);
    }

    private void use(Migration... migrations) {
        palindrome = Palindrome.on(url).packs(new Pack("shop", migrations)).build();
        session = palindrome.workspace().database().openSession();
    }

    private void useOnly(Migration... migrations) {
        close();
        use(migrations);
    }

    @AfterEach
    void close() {
        session.close();
        palindrome.close();
    }

    @Test
    void each_migration_goes_forwards_backwards_and_forwards_again() {
        Deque<List<SchemaObject>> stops = new ArrayDeque<>();
        for (int i = 0; i < 5; i++) {
            stops.push(catalogue());
            done(palindrome.forwards("shop", "1"));
        }
        assertThat(catalogue()).hasSize(1);
        List<SchemaObject> last = catalogue();
        while (!stops.isEmpty()) {
            done(palindrome.backwards("shop"));
            assertThat(catalogue()).isEqualTo(stops.pop());
        }

        done(palindrome.forwards("shop"));
        assertThat(catalogue()).isEqualTo(last);
        assertThat(session.query("SELECT id, mood FROM customer ORDER BY id"))
                .extracting(Row::toString)
                .containsExactly("{ID=1, MOOD=7}", "{ID=2, MOOD=7}");
    }

    @Test
    void texts_in_rows_become_what_their_columns_hold() {
        String first = "00000000-0000-0000-0000-000000000001";
        String second = "00000000-0000-0000-0000-000000000002";
        useOnly(
                Migration.id("1")
                        .forwards(createTable(
                                "event",
                                column("id", "uuid").asPrimaryKey(),
                                column("day", "date"),
                                column("hour", "time"),
                                column("made", "timestamp"),
                                column("seen", "timestamp with time zone")))
                        .build(),
                Migration.id("2")
                        .forwards(insertRows(
                                "event",
                                row(
                                        "id",
                                        first,
                                        "day",
                                        "2026-01-02",
                                        "hour",
                                        "10:11:12",
                                        "made",
                                        "2026-01-02 10:11:12"),
                                row("id", second, "seen", "2026-01-02 10:11:12")))
                        .build());
        done(palindrome.forwards("shop"));

        assertThat(session.query("SELECT \"DAY\", \"HOUR\", made, seen FROM event ORDER BY CAST(id AS varchar)"))
                .extracting(Row::toString)
                .containsExactly(
                        "{DAY=2026-01-02, HOUR=10:11:12, MADE=2026-01-02T10:11:12, SEEN=null}",
                        "{DAY=null, HOUR=null, MADE=null, SEEN=2026-01-02T10:11:12Z}");
        assertThat(palindrome
                        .backwards(BackwardsRequest.of("shop").preview(true))
                        .atStake()
                        .orElseThrow()
                        .lines())
                .contains("  rows of event: some of 2"); // no function of a condition is called to count
        done(palindrome.backwards("shop"));
        assertThat(session.query("SELECT id FROM event")).isEmpty();
        done(palindrome.backwards("shop"));
        done(palindrome.forwards("shop"));
    }

    @Test
    void a_preview_shows_each_statement_and_runs_none() {
        done(palindrome.forwards("shop", "3"));
        List<SchemaObject> before = catalogue();

        MigrationResult forwards =
                palindrome.forwards(ForwardsRequest.of("shop").preview(true));
        MigrationResult backwards = palindrome.backwards(
                BackwardsRequest.of("shop").migrationId("all").preview(true));

        assertThat(shown(forwards))
                .containsExactly(
                        "ALTER TABLE \"CUSTOMER\" ALTER COLUMN \"NICK\" SET DEFAULT 'nobody'",
                        "ALTER TABLE \"CUSTOMER\" ALTER COLUMN \"BORN\" DROP DEFAULT",
                        "ALTER TABLE \"CUSTOMER\" ADD COLUMN \"MOOD\" SMALLINT NOT NULL DEFAULT 7",
                        "DROP INDEX \"CUSTOMER_NICK_SINCE_IDX\"",
                        "CREATE INDEX \"CUSTOMER_DEBT_IDX\" ON \"CUSTOMER\" (\"DEBT\")",
                        "DROP INDEX \"CUSTOMER_DEBT_IDX\"",
                        "ALTER TABLE \"CUSTOMER\" DROP COLUMN \"DEBT\"",
                        "ALTER TABLE \"CUSTOMER\" DROP COLUMN \"NICK\"",
                        "DROP TABLE \"PLACE\"");
        assertThat(shown(backwards))
                .containsExactly(
                        "DROP TABLE place",
                        "DELETE FROM \"CUSTOMER\" WHERE \"ID\" = 2",
                        "DELETE FROM \"CUSTOMER\" WHERE \"ID\" = 1",
                        "DROP INDEX \"CUSTOMER_NICK_SINCE_IDX\"",
                        "DROP TABLE \"CUSTOMER\"");
        assertThat(palindrome.check("shop").stream().filter(status -> status.hasRan()))
                .hasSize(3);
        assertThat(catalogue()).isEqualTo(before);
        assertThat(session.query("SELECT id FROM customer")).hasSize(2);
    }

    /** The migrations' own statements, without what is written to the history and its journal. */
    private static List<String> shown(MigrationResult preview) {
        assertThat(preview.success()).as("%s", preview).isTrue();
        return preview.steps().stream()
                .flatMap(step -> IntStream.range(0, step.statements().size())
                        .filter(place -> !step.ownStatements().contains(place))
                        .mapToObj(step.statements()::get))
                .toList();
    }

    @Test
    void what_broke_off_in_the_middle_goes_on_from_there() {
        Migration broken = Migration.id("6")
                .forwards("CREATE TABLE one (id integer PRIMARY KEY); INSERT INTO one VALUES (1);"
                        + " CREATE TABLE two (id integer PRIMARY KEY); INSERT INTO two SELECT id FROM missing;"
                        + " INSERT INTO one VALUES (2)")
                .backwards("DROP TABLE two; DROP TABLE one")
                .build();
        useOnly(broken);
        MigrationResult failed = palindrome.forwards("shop");
        assertThat(failed.success()).isFalse();
        assertThat(failed.failedStep().orElseThrow().outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(session.query("SELECT id FROM one")).hasSize(1);

        session.execute("CREATE TABLE missing (id integer PRIMARY KEY)");
        done(palindrome.forwards("shop"));

        assertThat(session.query("SELECT id FROM one")).hasSize(2);
        done(palindrome.backwards("shop", "all"));
        assertThat(catalogue()).hasSize(1);
    }

    private List<SchemaObject> catalogue() {
        return palindrome.workspace().database().inspector().all(session);
    }

    private static void done(MigrationResult result) {
        assertThat(result.success()).as("%s", result).isTrue();
        assertThat(result.steps()).isNotEmpty();
    }
}

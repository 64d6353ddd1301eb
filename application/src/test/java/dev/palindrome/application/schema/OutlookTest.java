package dev.palindrome.application.schema;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createIndex;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static dev.palindrome.spi.operation.Operations.renameTable;
import static dev.palindrome.spi.operation.Operations.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.plan.BackwardsPlanner;
import dev.palindrome.domain.plan.ForwardsPlanner;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.schema.ForeignKey;
import dev.palindrome.domain.schema.LiveSchema;
import dev.palindrome.domain.schema.Outlook;
import dev.palindrome.domain.schema.Schema;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class OutlookTest {
    private static final Operation COUNTRY =
            createTable("country", column("code", "char(2)").asPrimaryKey(), column("name", "varchar(80)"));
    private static final Operation CUSTOMER = createTable(
            "customer",
            column("id", "identity").asPrimaryKey(),
            column("nick", "varchar(30)").notNull(),
            column("country", "char(2)").references("country", "code"));

    @TempDir
    private Path folder;

    @OnEachDatabase
    void the_live_schema_shows_keys_and_what_they_point_at(DatabaseKind kind) {
        try (Palindrome palindrome = engine(kind.fresh(folder), migration("1", COUNTRY, CUSTOMER))) {
            palindrome.forwards("shop").orThrow();

            Schema schema = live(palindrome).read();

            assertThat(schema.tables()).extracting(Table::name).containsExactly(name("country"), name("customer"));
            Table customer = schema.tables().get(1);
            assertThat(customer.columns()).extracting(Column::name).containsExactlyInAnyOrder("id", "nick", "country");
            assertThat(customer.columns().stream().filter(c -> schema.isInPrimaryKey(customer, c)))
                    .extracting(Column::name)
                    .containsExactly("id");
            assertThat(schema.foreignKeys(customer))
                    .containsExactly(new ForeignKey(List.of("country"), name("country"), List.of("code")));
            assertThat(schema.foreignKeys(schema.tables().get(0))).isEmpty();
        }
    }

    @OnEachDatabase
    void what_typed_operations_foresee_is_what_is_there_afterwards(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        database.run("CREATE TABLE bystander (id int)");
        try (Palindrome palindrome = engine(
                database,
                migration("1", COUNTRY, CUSTOMER, createTable("passing", column("id", "integer"))),
                migration(
                        "2",
                        addColumn("customer", column("email", "varchar(254)")),
                        createIndex("customer", "email"),
                        dropColumn("country", "name"),
                        dropTable("passing")))) {
            palindrome.forwards("shop", "1").orThrow();
            List<String> before = shape(live(palindrome).read());

            Outlook outlook = forwards(palindrome, "all");

            assertThat(outlook.unforeseen()).isEmpty();
            assertThat(shape(outlook.before())).isEqualTo(before);
            palindrome.forwards("shop").orThrow();
            assertThat(shape(outlook.after().orElseThrow()))
                    .isEqualTo(shape(live(palindrome).read()))
                    .isNotEqualTo(before)
                    .anyMatch(line -> line.startsWith("customer") && line.contains("email"))
                    .anyMatch(line -> line.startsWith("bystander"));
        }
    }

    @OnEachDatabase
    void going_back_is_foreseen_too_where_operations_say_it_by_themselves(DatabaseKind kind) {
        try (Palindrome palindrome = engine(
                kind.fresh(folder),
                migration("1", COUNTRY),
                migration("2", CUSTOMER, addColumn("country", column("area", "integer"))))) {
            palindrome.forwards("shop").orThrow();

            Outlook outlook = backwards(palindrome);

            assertThat(outlook.planHash())
                    .isEqualTo(palindrome
                            .backwards(BackwardsRequest.of("shop").preview(true))
                            .planHash()
                            .orElseThrow());
            palindrome.backwards("shop").orThrow();
            assertThat(shape(outlook.after().orElseThrow()))
                    .isEqualTo(shape(live(palindrome).read()))
                    .hasSize(1);
        }
    }

    @OnEachDatabase
    void what_nobody_can_foresee_has_a_reason(DatabaseKind kind) {
        try (Palindrome palindrome = engine(
                kind.fresh(folder),
                migration("1", COUNTRY),
                migration("2", dropColumn("country", "name")),
                migration("3", sql("CREATE TABLE a (id int)", "DROP TABLE a")),
                migration("4", renameTable("a", "b")))) {
            palindrome.forwards("shop", "2").orThrow();

            Outlook script = forwards(palindrome, "3");
            Outlook stored = backwards(palindrome);

            assertThat(script.after()).isEmpty();
            assertThat(script.unforeseen())
                    .contains("Migration 'shop:3' runs SQL or code of its own, which does not say beforehand "
                            + "what becomes of the schema.");
            assertThat(stored.after()).isEmpty();
            assertThat(stored.unforeseen())
                    .contains("Migration 'shop:2' is reversed by SQL that was stored when it ran, "
                            + "which does not say what becomes of the schema.");
            assertThat(shape(stored.before())).isEqualTo(shape(live(palindrome).read()));

            palindrome.forwards("shop", "3").orThrow();
            assertThat(forwards(palindrome, "4").unforeseen())
                    .contains("Migration 'shop:4' has the operation 'RenameTable', which does not foresee "
                            + "what becomes of the schema.");
        }
    }

    private static Outlook forwards(Palindrome palindrome, String target) {
        return live(palindrome)
                .after(new ForwardsPlanner(palindrome.workspace().apps(), "shop", Target.parse(target), false));
    }

    private static Outlook backwards(Palindrome palindrome) {
        return live(palindrome)
                .after(new BackwardsPlanner(palindrome.workspace().apps(), "shop", Target.parse("1"), false));
    }

    private static LiveSchema live(Palindrome palindrome) {
        return new LiveSchema(palindrome.workspace());
    }

    /** Names, whether a column may be null, and what points where; databases write types in more than one way. */
    private static List<String> shape(Schema schema) {
        return schema.tables().stream()
                .map(table -> table.name() + " "
                        + table.columns().stream()
                                .sorted(Comparator.comparing(Column::name))
                                .map(c -> c.name() + c.nullable() + schema.isInPrimaryKey(table, c))
                                .toList()
                        + schema.foreignKeys(table))
                .toList();
    }

    private static ObjectName name(String table) {
        return ObjectName.of(table);
    }

    private static Migration migration(String id, Operation... operations) {
        return Migration.id(id).forwards(operations).build();
    }

    private static Palindrome engine(TestDatabase database, Migration... migrations) {
        return Palindrome.on(database.url())
                .packs(new MigrationPack() {
                    @Override
                    public String appName() {
                        return "shop";
                    }

                    @Override
                    public List<Migration> migrations() {
                        return List.of(migrations);
                    }
                })
                .build();
    }
}

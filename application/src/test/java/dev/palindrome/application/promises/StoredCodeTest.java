package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.operation.Operations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 8: a stored reversal that needs Java code says so")
class StoredCodeTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void code_that_no_pack_has_is_refused_naming_pack_and_class(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);

        MigrationResult result = bench.backwards("shop", "1");

        assertThat(result.success()).isFalse();
        assertThat(result.problems()).extracting(p -> p.code().path()).containsExactly("plan/code-missing");
        assertThat(result.message())
                .contains("'shop:0002'", "'shop.EmptyB'", StoredCodeTest.class.getSimpleName(), "app 'shop'");
        assertThat(bench.database().tables()).containsExactly("a", "b");
        assertThat(bench.database().history()).hasSize(2);
    }

    @OnEachDatabase
    void a_pack_that_has_the_code_brings_it_though_its_migration_was_changed(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);
        MigrationPack changed = pack(second("CREATE TABLE b (id bigint)", "shop.EmptyB", database -> {
            database.execute("INSERT INTO a VALUES (42)");
            database.execute("DELETE FROM b");
        }));

        MigrationResult result = bench.with(builder -> builder.packs(changed), engine -> engine.backwards("shop", "1"));

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.steps().get(0).notes())
                .contains("by the reversal that was stored when it ran, since the migration was changed");
        assertThat(result.steps().get(0).statements()).containsSubsequence("-- Java code: shop.EmptyB", "DROP TABLE b");
        assertThat(bench.database().rows("SELECT id FROM a")).containsExactly("42");
        assertThat(bench.database().tables()).containsExactly("a");
    }

    @OnEachDatabase
    void code_under_another_name_is_other_code(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);
        MigrationPack renamed = pack(second("CREATE TABLE b (id bigint)", "shop.EmptyB2", database -> {
            throw new AssertionError("not this one");
        }));

        MigrationResult result =
                bench.with(builder -> builder.packs(renamed), engine -> engine.backwards("shop", "all"));

        assertThat(result.success()).isFalse();
        assertThat(result.problems()).extracting(p -> p.code().path()).contains("plan/code-missing");
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    @OnEachDatabase
    void code_of_the_same_name_in_another_migration_is_not_taken_for_it(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        MigrationPack pack = pack(migration("0001", "a"), migration("0002", "b"));
        assertThat(bench.with(builder -> builder.packs(pack), engine -> engine.forwards("shop"))
                        .success())
                .isTrue();

        MigrationResult result = bench.with(builder -> builder.packs(pack), engine -> engine.backwards("shop", "1"));
        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().tables()).containsExactly("a");

        MigrationPack without = pack(migration("0002", "b"), migration("0003", "b"));
        MigrationResult refused =
                bench.with(builder -> builder.packs(without), engine -> engine.backwards("shop", "1"));
        assertThat(refused.success()).isFalse();
        assertThat(refused.message()).contains("several of that name");
        assertThat(bench.database().tables()).containsExactly("a");
    }

    private static Migration migration(String id, String table) {
        return Migration.id(id)
                .forwards(Operations.code(
                        "shop.Fill",
                        database -> database.execute("CREATE TABLE " + table + " (id int)"),
                        database -> database.execute("DROP TABLE " + table)))
                .build();
    }

    @OnEachDatabase
    void what_can_be_reversed_without_the_code_still_can(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);
        bench.app("shop").table("0003", "c");
        assertThat(bench.with(engine -> engine.forwards("shop", "0003")).success())
                .isTrue();
        bench.remove("shop");

        assertThat(bench.backwards("shop", "1").success()).isTrue();
        assertThat(bench.backwards("shop", "1").success()).isFalse();
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    private Workbench ranForwards(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        MigrationPack pack =
                pack(second("CREATE TABLE b (id int)", "shop.EmptyB", database -> database.execute("DELETE FROM b")));
        MigrationResult result = bench.with(builder -> builder.packs(pack), engine -> engine.forwards("shop"));
        assertThat(result.success()).describedAs(result.message()).isTrue();
        return bench;
    }

    private static Migration second(String forwards, String code, JavaCode.Body body) {
        return Migration.id("0002")
                .forwards(forwards)
                .backwardsCode(code, body)
                .backwards("DROP TABLE b")
                .build();
    }

    private static MigrationPack pack(Migration second) {
        return pack(
                Migration.id("0001")
                        .forwards("CREATE TABLE a (id int)")
                        .backwards("DROP TABLE a")
                        .build(),
                second);
    }

    private static MigrationPack pack(Migration... migrations) {
        return new MigrationPack() {
            @Override
            public String appName() {
                return "shop";
            }

            @Override
            public List<Migration> migrations() {
                return List.of(migrations);
            }
        };
    }
}

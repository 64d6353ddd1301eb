package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.reversal.ReversalState;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 1: apps and their migrations")
class AppsTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void a_migration_has_an_app_an_id_a_description_and_two_halves(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").file("0001__customers.sql", """
                        -- palindrome: description="who buys"
                        -- forwards
                        CREATE TABLE customer (id int);
                        -- backwards
                        DROP TABLE customer;
                        """);

        MigrationStatus status = bench.check("shop").get(0);

        assertThat(status.appName()).isEqualTo("shop");
        assertThat(status.migrationId()).isEqualTo("0001");
        assertThat(status.description()).isEqualTo("who buys");
        assertThat(status.reversal()).isEqualTo(ReversalState.GIVEN);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("customer");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    @OnEachDatabase
    void an_id_is_unique_within_its_app_only(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "shop_table");
        bench.app("bank").table("1", "bank_table");

        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.forwards("bank", "1").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("shop:1", "bank:1");
        assertThat(bench.database().tables()).containsExactly("bank_table", "shop_table");
    }

    @OnEachDatabase
    void all_goes_forwards_in_dependency_order_and_backwards_in_the_reverse(DatabaseKind kind) {
        Workbench bench = dependentApps(kind);

        MigrationResult forwards = bench.forwards("all", "all");
        assertThat(forwards.steps())
                .extracting(step -> step.appName() + ":" + step.migrationId())
                .containsExactly("zoo:1", "zoo:2", "music:1", "art:1");
        assertThat(bench.database().history()).containsExactly("zoo:1", "zoo:2", "music:1", "art:1");

        MigrationResult backwards = bench.backwards("all", "all");
        assertThat(backwards.success()).isTrue();
        assertThat(backwards.steps()).extracting(StepResult::appName).containsExactly("art", "music", "zoo", "zoo");
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void an_app_brings_what_it_depends_on_forwards_before_it(DatabaseKind kind) {
        Workbench bench = dependentApps(kind);

        assertThat(bench.forwards("music", "all").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("zoo:1", "zoo:2", "music:1");
    }

    @OnEachDatabase
    void what_others_depend_on_does_not_go_backwards_before_them(DatabaseKind kind) {
        Workbench bench = dependentApps(kind);
        assertThat(bench.forwards("music", "all").success()).isTrue();

        MigrationResult refused = bench.backwards(BackwardsRequest.of("zoo").autoAgree(true));

        assertThat(refused.success()).isFalse();
        assertThat(refused.message()).contains("music:1", "zoo:2", "palindrome backwards music 1");
        assertThat(bench.database().history()).containsExactly("zoo:1", "zoo:2", "music:1");
        assertThat(bench.backwards("music", "all").success()).isTrue();
        assertThat(bench.backwards("zoo", "1").success()).isTrue();
    }

    @OnEachDatabase
    void a_migration_may_depend_on_one_of_another_app(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("billing").file("1__bill.sql", """
                        -- palindrome: depends=shop:1
                        -- forwards
                        CREATE TABLE bill (id int);
                        -- backwards
                        DROP TABLE bill;
                        """);
        bench.app("shop").table("1", "customer").table("2", "basket");

        assertThat(bench.forwards("billing", "all").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("shop:1", "billing:1");
    }

    private Workbench dependentApps(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("art").table("1", "painting").dependsOn("music");
        bench.app("music").table("1", "album").dependsOn("zoo");
        bench.app("zoo").table("1", "animal").table("2", "cage");
        return bench;
    }
}

package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.ProofState;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 5: check")
class CheckTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void it_says_whether_when_by_whom_and_how_long_each_ran(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        Instant noon = Instant.parse("2026-11-22T12:00:00.654321Z");
        bench.with(
                builder -> builder.module(Workbench.at(Clock.fixed(noon, ZoneOffset.UTC))),
                engine -> engine.forwards("shop", "1"));

        MigrationStatus ran = bench.check("shop").get(0);
        MigrationStatus pending = bench.check("shop").get(1);

        assertThat(ran.hasRan()).isTrue();
        assertThat(ran.status()).isEqualTo(Status.APPLIED);
        MigrationStatus.Run run = ran.run().orElseThrow();
        assertThat(run.ranOn()).isEqualTo(noon);
        assertThat(run.ranBy()).startsWith(System.getProperty("user.name") + "@");
        assertThat(run.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(run.sequence()).isEqualTo(1);
        assertThat(ran.checksum()).contains(run.checksum());
        assertThat(pending.hasRan()).isFalse();
        assertThat(pending.status()).isEqualTo(Status.PENDING);
        assertThat(pending.run()).isEmpty();
    }

    @OnEachDatabase
    void it_says_whether_a_reversal_exists_and_is_proven(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .file("0002__b.sql", "-- forwards\nCREATE TABLE b (id int);\n")
                .file("0003__c.sql", "-- forwards\nCREATE TABLE c (id int);\n-- backwards: none needed\n");

        assertThat(bench.check("shop"))
                .extracting(MigrationStatus::reversal)
                .containsExactly(ReversalState.GIVEN, ReversalState.ABSENT, ReversalState.NOT_NEEDED);
        assertThat(bench.check("shop")).extracting(MigrationStatus::proof).containsOnly(ProofState.NONE);
    }

    @OnEachDatabase
    void it_shows_what_was_changed_after_it_ran_and_where(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.migration("0001", "CREATE TABLE a (id bigint);", "DROP TABLE a;");

        CheckReport report = bench.with(engine -> engine.report("shop"));

        assertThat(report.statuses())
                .extracting(MigrationStatus::status)
                .containsExactly(Status.CHANGED, Status.APPLIED);
        assertThat(report.statuses().get(0).hasRan()).isTrue();
        assertThat(report.problems())
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .contains("[history/changed]", "'shop:0001'", "0001__test.sql", "Restore");
    }

    @OnEachDatabase
    void a_change_of_line_ends_or_of_the_reversal_is_none(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        shop.file(
                "0001__test.sql",
                "\uFEFF-- forwards\r\nCREATE TABLE a (id int);\r\n-- backwards\r\n-- now with a comment\r\nDROP TABLE a;\r\n");

        assertThat(bench.check("shop")).extracting(MigrationStatus::status).containsExactly(Status.APPLIED);
    }

    @OnEachDatabase
    void it_shows_what_the_history_has_and_the_packs_lack(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b");
        bench.app("bank").table("7", "account");
        assertThat(bench.forwards("all", "all").success()).isTrue();
        shop.delete("0002__test.sql");
        bench.remove("bank");

        assertThat(bench.check("shop"))
                .extracting(
                        status -> status.migrationId() + " " + status.status().word())
                .containsExactly("0001 applied", "0002 missing");
        assertThat(bench.check("all"))
                .extracting(status -> status.appName() + ":" + status.migrationId() + " "
                        + status.status().word())
                .containsExactly("shop:0001 applied", "shop:0002 missing", "bank:7 missing");
        assertThat(bench.check("bank")).hasSize(1);
    }

    @Test
    void it_says_of_what_is_missing_that_its_pack_could_not_be_read() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b");
        bench.app("bank").table("7", "account").table("8", "entry");
        assertThat(bench.forwards("all", "all").success()).isTrue();
        shop.file("0002__test.sql", "-- forwards\n-- forwards\n");
        bench.app("bank").delete("8__test.sql").dependsOn("nobody");

        CheckReport report = bench.with(engine -> engine.report("all"));

        assertThat(report.statuses())
                .filteredOn(status -> status.status() == Status.MISSING)
                .extracting(status -> status.appName() + ":" + status.migrationId())
                .containsExactlyInAnyOrder("shop:0002", "bank:8");
        assertThat(report.problems())
                .filteredOn(problem -> !problem.isError())
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .startsWith("[history/missing] 1 migration of app 'shop' ")
                .contains("not all of its pack could be read", shop.folder().toString());
    }

    @OnEachDatabase
    void it_shows_what_was_faked(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");
        assertThat(bench.forwards(ForwardsRequest.of("shop").fake(true)).success())
                .isTrue();

        MigrationStatus status = bench.check("shop").get(0);

        assertThat(status.hasRan()).isTrue();
        assertThat(status.status()).isEqualTo(Status.FAKED);
    }

    @OnEachDatabase
    void it_lists_the_apps_in_dependency_order_and_their_migrations_as_they_go_forwards(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("art").table("10", "x").table("9", "y").dependsOn("zoo");
        bench.app("zoo").table("1", "z");

        assertThat(bench.check("all"))
                .extracting(status -> status.appName() + ":" + status.migrationId())
                .containsExactly("zoo:1", "art:9", "art:10");
    }

    @OnEachDatabase
    void it_changes_nothing_and_makes_nothing(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");

        assertThat(bench.check("shop")).hasSize(1);

        assertThat(folder.toFile().list()).containsExactly("packs");
        assertThat(Files.exists(folder.resolve("database"))).isFalse();
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnEachDatabase
    void an_app_that_nobody_knows_is_an_error_that_lists_those_there_are(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");

        assertThatThrownBy(() -> bench.check("shpo"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'shpo'")
                .hasMessageContaining("shop");
    }
}

package dev.palindrome.application.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.Background;
import dev.palindrome.domain.result.MigrationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;

class ManyThreadsTest {
    private static final int MIGRATIONS = 8;

    @TempDir
    private Path folder;

    @OnEachDatabase
    void five_threads_with_an_engine_each(DatabaseKind kind) {
        Workbench bench = ranIsCounted(kind);

        List<MigrationResult> results = atOnce(5, () -> bench.with(engine -> engine.forwards("shop")));

        assertThat(results)
                .allSatisfy(result -> assertThat(result.success())
                        .describedAs(result.message())
                        .isTrue());
        assertRanOnce(bench);
    }

    @OnEachDatabase
    void five_threads_with_one_engine(DatabaseKind kind) {
        Workbench bench = ranIsCounted(kind);
        try (Palindrome engine =
                bench.prepared(Palindrome.on(bench.database().url())).build()) {

            List<MigrationResult> results = atOnce(5, () -> engine.forwards("shop"));

            assertThat(results)
                    .allSatisfy(result -> assertThat(result.success())
                            .describedAs(result.message())
                            .isTrue());
        }
        assertRanOnce(bench);
    }

    @OnEachDatabase
    void forwards_and_backwards_at_once_leave_schema_and_history_in_agreement(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        for (int i = 1; i <= MIGRATIONS; i++) {
            bench.app("shop").table("000" + i, "t000" + i);
        }
        assertThat(bench.forwards("shop", "0004").success()).isTrue();
        CyclicBarrier barrier = new CyclicBarrier(4);
        List<Background<List<MigrationResult>>> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            runs.add(Background.start(() -> repeated(barrier, () -> bench.forwards("shop", "all"))));
            runs.add(Background.start(() -> repeated(barrier, () -> bench.backwards("shop", "0002"))));
        }

        assertThat(runs)
                .flatMap(Background::get)
                .allSatisfy(result -> assertThat(result.success() || lostTheRace(result))
                        .describedAs(result.message())
                        .isTrue());
        List<String> applied = bench.database().history().stream()
                .map(ref -> ref.replace("shop:", "t"))
                .sorted()
                .toList();
        assertThat(bench.database().tables()).isEqualTo(applied);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).hasSize(MIGRATIONS);
    }

    private static boolean lostTheRace(MigrationResult result) {
        return result.problems().stream()
                .map(problem -> problem.code().path())
                .allMatch(List.of("plan/changed", "migration/unknown")::contains);
    }

    private static List<MigrationResult> repeated(CyclicBarrier barrier, Supplier<MigrationResult> run) {
        List<MigrationResult> results = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            await(barrier);
            results.add(run.get());
        }
        return results;
    }

    private Workbench ranIsCounted(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.database().run("CREATE TABLE ran (id varchar(10))");
        for (int i = 1; i <= MIGRATIONS; i++) {
            bench.app("shop").migration("000" + i, "INSERT INTO ran VALUES ('000" + i + "');", "DELETE FROM ran;");
        }
        return bench;
    }

    private static void assertRanOnce(Workbench bench) {
        List<String> ran = bench.database().rows("SELECT id FROM ran ORDER BY id");
        assertThat(ran).hasSize(MIGRATIONS).doesNotHaveDuplicates();
        assertThat(bench.database().history()).hasSize(MIGRATIONS);
    }

    private static List<MigrationResult> atOnce(int threads, Supplier<MigrationResult> run) {
        CyclicBarrier barrier = new CyclicBarrier(threads);
        List<Background<MigrationResult>> runs = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            runs.add(Background.start(() -> {
                await(barrier);
                return run.get();
            }));
        }
        return runs.stream().map(Background::get).toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}

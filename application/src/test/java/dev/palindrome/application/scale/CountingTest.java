package dev.palindrome.application.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.OnSharedDatabases;
import dev.palindrome.application.databases.RecordingPool;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.Pause;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingTest {
    private static final int MIGRATIONS = 40;

    @TempDir
    private Path folder;

    @OnEachDatabase
    void the_history_is_read_by_one_query(DatabaseKind kind) throws SQLException {
        Workbench bench = many(kind);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        try (RecordingPool pool = new RecordingPool(bench.database(), 2);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            assertThat(historyReads(pool, () -> assertThat(engine.check("all")).hasSize(MIGRATIONS)))
                    .isEqualTo(1);
            assertThat(historyReads(pool, () -> engine.forwards("all"))).isEqualTo(1);
            assertThat(historyReads(
                            pool,
                            () -> engine.backwards(BackwardsRequest.of("shop").preview(true))))
                    .isEqualTo(1);
        }
    }

    @OnEachDatabase
    void a_run_reads_it_once_for_its_plan_and_once_when_it_has_the_lock_however_much_it_runs(DatabaseKind kind)
            throws SQLException {
        Workbench bench = many(kind);
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        try (RecordingPool pool = new RecordingPool(bench.database(), 2);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            assertThat(historyReads(pool, () -> engine.forwards("shop"))).isEqualTo(2);
            assertThat(pool.sql()).filteredOn(CountingTest::isInsert).hasSize(MIGRATIONS - 1);
            assertThat(historyReads(pool, () -> engine.backwards("shop", "all")))
                    .isEqualTo(2);
        }
    }

    @OnEachDatabase
    void a_migration_sends_its_own_statements_one_history_write_and_one_commit(DatabaseKind kind) throws SQLException {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "a");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        List<String> own = List.of("CREATE TABLE c (id int)", "INSERT INTO c VALUES (1)", "INSERT INTO c VALUES (2)");
        bench.app("shop")
                .table("2", "b")
                .migration("3", String.join(";\n", own) + ";", "DROP TABLE c;")
                .table("4", "d");
        try (RecordingPool pool = new RecordingPool(bench.database(), 2);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            assertThat(engine.forwards("shop").success()).isTrue();

            List<String> sent = pool.sql();
            assertThat(sent).filteredOn(CountingTest::isInsert).hasSize(3);
            assertThat(sent).filteredOn(CountingTest::isCommit).hasSize(3);
            // one in the middle, from its first statement to the next one's: what a run does once is before and after
            List<String> one = sent.subList(sent.indexOf(own.get(0)), sent.indexOf("CREATE TABLE d (id int)")).stream()
                    .filter(sql -> !sql.startsWith("BEGIN") && !isOfJournal(kind, sql))
                    .toList();
            assertThat(one).hasSize(own.size() + 2).startsWith(own.toArray(String[]::new));
            assertThat(one.get(own.size())).matches(CountingTest::isInsert);
            assertThat(one.get(own.size() + 1)).matches(CountingTest::isCommit);
        }
    }

    @OnEachDatabase
    void a_reversal_sends_its_own_statements_one_history_delete_and_one_commit(DatabaseKind kind) throws SQLException {
        Workbench bench = Workbench.on(kind, folder);
        List<String> own = List.of("DELETE FROM c WHERE id = 2", "DELETE FROM c WHERE id = 1", "DROP TABLE c");
        bench.app("shop")
                .table("1", "a")
                .table("2", "b")
                .migration("3", "CREATE TABLE c (id int);", String.join(";\n", own) + ";")
                .table("4", "d");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        try (RecordingPool pool = new RecordingPool(bench.database(), 2);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            assertThat(engine.backwards("shop", "2").success()).isTrue();

            List<String> sent = pool.sql();
            assertThat(sent).filteredOn(CountingTest::isDelete).hasSize(3);
            // rows that are deleted before a definition that commits are a transaction of their own
            assertThat(sent).filteredOn(CountingTest::isCommit).hasSize(kind.holdsDefinitions() ? 3 : 4);
            List<String> one = sent.subList(sent.indexOf(own.get(0)), sent.indexOf("DROP TABLE b")).stream()
                    .filter(sql -> !sql.startsWith("BEGIN") && !isOfJournal(kind, sql))
                    .toList();
            assertThat(one).filteredOn(own::contains).isEqualTo(own);
            List<String> end = one.subList(one.indexOf(own.get(2)) + 1, one.size());
            assertThat(end).hasSize(2);
            assertThat(end.get(0)).matches(CountingTest::isDelete);
            assertThat(end.get(1)).matches(CountingTest::isCommit);
        }
    }

    @OnEachDatabase
    void nothing_to_do_sends_nothing_but_queries(DatabaseKind kind) throws SQLException {
        Workbench bench = many(kind);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        try (RecordingPool pool = new RecordingPool(bench.database(), 1);
                Palindrome engine = bench.prepared(Palindrome.on(pool)).build()) {
            engine.ping();
            pool.forget();
            assertThat(engine.forwards("shop").success()).isTrue();

            assertThat(pool.sql())
                    .isNotEmpty()
                    .filteredOn(sql -> !isQuery(sql) && !sql.isEmpty() && !isEndOfNothing(sql))
                    .isEmpty();
            assertThat(String.join("\n", pool.sql()).toLowerCase(Locale.ROOT)).doesNotContain("lock", "for update");
        }
    }

    @OnEachDatabase
    void nothing_to_do_takes_no_lock(DatabaseKind kind) {
        Workbench bench = many(kind);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.app("bank").table("1", "account");
        Pause pause = new Pause(1);
        Background<MigrationResult> holder =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("bank"), pause)));
        pause.awaitReached();

        MigrationResult result =
                bench.with(builder -> builder.lockTimeout(Duration.ZERO), engine -> engine.forwards("shop"));

        assertThat(result.success()).describedAs(result.message()).isTrue();
        pause.release();
        assertThat(holder.get().success()).isTrue();
    }

    @Test
    void nothing_to_do_writes_nothing() throws IOException {
        Workbench bench = many(DatabaseKind.SQLITE);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        Path file = folder.resolve("database");
        byte[] before = Files.readAllBytes(file);
        Object time = Files.getLastModifiedTime(file);

        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.check("shop")).hasSize(MIGRATIONS);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("database", "packs");
    }

    @OnSharedDatabases
    void no_file_of_a_pack_is_read_twice(DatabaseKind kind) throws IOException {
        Workbench bench = many(kind);
        bench.app("shop").file("pack.yaml", "app: shop\n");
        assertReadOnce(bench, engine -> engine.forwards("shop").success());
        assertReadOnce(bench, engine -> engine.forwards("shop").success());
        assertReadOnce(bench, engine -> !engine.check("all").isEmpty());
    }

    private void assertReadOnce(Workbench bench, Function<Palindrome, Boolean> use) throws IOException {
        Map<String, Reading> readings =
                readings(() -> assertThat(bench.with(use)).isTrue());
        List<String> files = bench.app("shop").files();
        assertThat(files).hasSize(MIGRATIONS + 1);
        for (String name : files) {
            Path file = bench.app("shop").folder().resolve(name);
            assertThat(readings.get(file.toString())).describedAs(name).isEqualTo(new Reading(Files.size(file), 1));
        }
    }

    /** The virtual machine itself writes down each read of a file, with what it got. */
    private Map<String, Reading> readings(Runnable work) throws IOException {
        Path dump = folder.resolve("reads.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileRead").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(dump);
        }
        Map<String, Reading> readings = new HashMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(dump)) {
            if (event.getEventType().getName().equals("jdk.FileRead")) {
                readings.merge(event.getString("path"), Reading.of(event), Reading::plus);
            }
        }
        Files.delete(dump);
        return readings;
    }

    /**
     * How a file was read. Whoever reads it twice gets its bytes twice, and meets its end twice.
     *
     * @param bytes how many were read in all
     * @param ends how often its end was met
     */
    private record Reading(long bytes, int ends) {
        static Reading of(RecordedEvent read) {
            return new Reading(Math.max(0, read.getLong("bytesRead")), read.getBoolean("endOfFile") ? 1 : 0);
        }

        Reading plus(Reading other) {
            return new Reading(bytes + other.bytes, ends + other.ends);
        }
    }

    private Workbench many(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        for (int i = 1; i <= MIGRATIONS; i++) {
            bench.app("shop").table(String.format("%03d", i), "t" + i);
        }
        return bench;
    }

    private static long historyReads(RecordingPool pool, Runnable work) {
        pool.forget();
        work.run();
        return pool.sql().stream()
                .filter(sql ->
                        sql.startsWith("SELECT ") && sql.matches("(?s).* FROM [^ ]*[\"`]palindrome_history[\"`].*"))
                .count();
    }

    private static boolean isInsert(String sql) {
        return sql.startsWith("INSERT INTO ") && sql.contains("palindrome_history") && !isJournal(sql);
    }

    private static boolean isDelete(String sql) {
        return sql.startsWith("DELETE FROM ") && sql.contains("palindrome_history") && !isJournal(sql);
    }

    private static boolean isCommit(String sql) {
        return sql.equalsIgnoreCase("commit");
    }

    /** A session that is closed rolls back, in case something is open. */
    private static boolean isEndOfNothing(String sql) {
        return sql.toLowerCase(Locale.ROOT).equals("rollback");
    }

    /** What can't be one transaction is noted piece by piece, with what the catalogue shows before, and that the lock is held. */
    private static boolean isOfJournal(DatabaseKind kind, String sql) {
        return isJournal(sql) || (!kind.holdsDefinitions() && (isQuery(sql) || isFence(sql)));
    }

    private static boolean isFence(String sql) {
        return sql.startsWith("UPDATE ") && sql.contains("palindrome_lock") && sql.contains("SET holder = holder ");
    }

    private static boolean isQuery(String sql) {
        return sql.startsWith("SELECT ") || sql.startsWith("SHOW ");
    }

    private static boolean isJournal(String sql) {
        return sql.contains("palindrome_history_journal");
    }
}

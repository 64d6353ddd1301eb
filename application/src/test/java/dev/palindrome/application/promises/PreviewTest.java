package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 4: preview, both directions")
class PreviewTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:00.123456Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @OnEachDatabase
    void of_a_database_that_is_not_there_it_leaves_no_trace(DatabaseKind kind) {
        Workbench bench = shop(kind);

        MigrationResult forwards = bench.forwards(ForwardsRequest.of("shop").preview(true));
        MigrationResult backwards = bench.backwards(BackwardsRequest.of("shop").preview(true));

        assertThat(forwards.success()).isTrue();
        assertThat(forwards.preview()).isTrue();
        assertThat(forwards.message()).isEqualTo("2 migrations would run forwards");
        assertThat(forwards.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.PLANNED);
        assertThat(backwards.message()).contains("Nothing to reverse");
        assertThat(files().keySet()).noneMatch(name -> name.startsWith("database"));
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnEachDatabase
    void of_a_database_that_is_there_it_changes_nothing(DatabaseKind kind) {
        Workbench bench = shop(kind);
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        List<String> before = state(bench.database());
        Map<String, String> files = files();

        assertThat(bench.forwards(ForwardsRequest.of("shop").preview(true)).steps())
                .hasSize(1);
        assertThat(bench.backwards(BackwardsRequest.of("shop").clean(true).preview(true))
                        .steps())
                .hasSize(1);
        assertThat(bench.clean("shop", Terms.ASK.withPreview(true)).success()).isTrue();

        if (kind != DatabaseKind.H2) { // which writes into its file when it closes
            assertThat(files()).isEqualTo(files);
        }
        assertThat(files().keySet()).isEqualTo(files.keySet());
        assertThat(state(bench.database())).isEqualTo(before);
    }

    @OnEachDatabase
    void it_asks_nothing(DatabaseKind kind) {
        Workbench bench = shop(kind);
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.with(
                builder -> builder.module(Workbench.asking(question -> {
                    throw new AssertionError("nobody should have been asked: " + question);
                })),
                engine -> engine.backwards(BackwardsRequest.of("shop").preview(true)));

        assertThat(result.success()).isTrue();
        assertThat(result.message()).isEqualTo("1 migration would be reversed");
    }

    @OnEachDatabase
    void it_shows_the_sql_in_order_with_transactions_and_history_writes(DatabaseKind kind) {
        Workbench bench = shop(kind);

        List<String> forwards = bench.forwards(ForwardsRequest.of("shop").preview(true))
                .steps()
                .get(0)
                .statements();

        boolean isOne = kind.holdsDefinitions();
        List<String> shown = withoutJournal(forwards);
        assertThat(shown).hasSize(6);
        assertThat(shown.get(isOne ? 0 : 2)).isEqualTo("BEGIN");
        assertThat(shown.get(isOne ? 1 : 0)).startsWith("CREATE TABLE ").contains("palindrome_history");
        assertThat(shown.get(isOne ? 2 : 1)).isEqualTo("CREATE TABLE customer (id int PRIMARY KEY, name varchar(40))");
        assertThat(shown.get(3)).isEqualTo("INSERT INTO customer VALUES (1, 'What? {it''s} :me; -- no comment')");
        assertThat(shown.get(4)).startsWith("INSERT INTO ").contains("palindrome_history", "'shop'", "'0001'");
        assertThat(shown.get(5)).isEqualTo("COMMIT");

        assertThat(bench.forwards("shop", "all").success()).isTrue();
        List<String> backwards = bench.backwards(BackwardsRequest.of("shop").preview(true))
                .steps()
                .get(0)
                .statements();
        assertThat(withoutJournal(backwards)).hasSize(4).contains("BEGIN").endsWith("COMMIT");
        assertThat(backwards).contains(kind.dropIndex("customer_name", "customer"));
        assertThat(withoutJournal(backwards).get(2))
                .startsWith("DELETE FROM ")
                .contains("palindrome_history", "'shop'", "'0002'");
    }

    @OnEachDatabase
    void it_says_which_lines_are_the_migrations_own_whatever_they_look_like(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        List<String> written = List.of(
                "CREATE TABLE customer (id int)", "DELETE FROM customer /* app_name migration_id */ WHERE id > 0");
        MigrationPack pack = pack(
                "shop",
                Migration.id("1")
                        .forwards(written.get(0), written.get(1))
                        .backwards("DROP TABLE customer")
                        .build());

        StepResult step = bench.with(
                        builder -> builder.packs(pack),
                        engine -> engine.forwards(ForwardsRequest.of("shop").preview(true)))
                .steps()
                .get(0);

        List<String> others = new ArrayList<>(step.statements());
        step.ownStatements().forEach(place -> others.remove(step.statements().get(place)));
        assertThat(others).isEqualTo(written);
        assertThat(step.ownStatements()).isNotEmpty();
    }

    private static List<String> withoutJournal(List<String> statements) {
        return statements.stream()
                .filter(sql -> !sql.contains("palindrome_history_journal"))
                .toList();
    }

    @OnEachDatabase
    void running_what_it_shows_by_hand_does_what_the_engine_does(DatabaseKind kind) throws IOException {
        Workbench byEngine = shop(kind);
        Workbench byHand = Workbench.on(kind, Files.createDirectory(folder.resolve("by-hand")));
        byHand.app("shop")
                .file(
                        "0001__test.sql",
                        Files.readString(byEngine.app("shop").folder().resolve("0001__test.sql")))
                .file(
                        "0002__test.sql",
                        Files.readString(byEngine.app("shop").folder().resolve("0002__test.sql")));

        runByHand(byHand, preview(byHand, ForwardsRequest.of("shop").preview(true)));
        assertThat(at(byEngine, ForwardsRequest.of("shop")).success()).isTrue();
        assertThat(state(byHand.database())).isEqualTo(state(byEngine.database()));

        runByHand(byHand, byHand.backwards(BackwardsRequest.of("shop").preview(true)));
        assertThat(byEngine.backwards("shop", "1").success()).isTrue();
        assertThat(state(byHand.database())).isEqualTo(state(byEngine.database()));
    }

    @OnEachDatabase
    void java_code_is_shown_as_such_and_not_run(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        MigrationPack pack = pack(
                "code",
                Migration.id("1")
                        .forwards("CREATE TABLE a (id int)")
                        .forwardsCode("shop.FillIn", session -> {
                            throw new AssertionError("a preview runs nothing");
                        })
                        .forwards("CREATE TABLE b (id int)")
                        .backwardsCode("shop.Empty", session -> {})
                        .build());

        MigrationResult result = bench.with(
                builder -> builder.packs(pack),
                engine -> engine.forwards(ForwardsRequest.of("code").preview(true)));

        assertThat(result.success()).isTrue();
        assertThat(result.steps().get(0).statements())
                .containsSubsequence(
                        "CREATE TABLE a (id int)", "-- Java code: shop.FillIn", "CREATE TABLE b (id int)", "COMMIT");
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnEachDatabase
    void a_plan_that_would_be_refused_is_refused_in_its_preview(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").file("0001__a.sql", "-- forwards\nCREATE TABLE a (id int);\n");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.backwards(BackwardsRequest.of("shop").preview(true));

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("has no reversal");
    }

    private Workbench shop(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration(
                        "0001",
                        "CREATE TABLE customer (id int PRIMARY KEY, name varchar(40));\n"
                                + "INSERT INTO customer VALUES (1, 'What? {it''s} :me; -- no comment');",
                        "DROP TABLE customer;")
                .migration(
                        "0002",
                        "CREATE INDEX customer_name ON customer (name);",
                        kind.dropIndex("customer_name", "customer") + ";");
        return bench;
    }

    private static MigrationPack pack(String appName, Migration migration) {
        return new MigrationPack() {
            @Override
            public String appName() {
                return appName;
            }

            @Override
            public List<Migration> migrations() {
                return List.of(migration);
            }
        };
    }

    private static MigrationResult preview(Workbench bench, ForwardsRequest request) {
        return at(bench, request);
    }

    private static MigrationResult at(Workbench bench, ForwardsRequest request) {
        return bench.with(builder -> builder.module(Workbench.at(CLOCK)), engine -> engine.forwards(request));
    }

    private static void runByHand(Workbench bench, MigrationResult preview) {
        assertThat(preview.success()).isTrue();
        bench.database()
                .run(preview.steps().stream()
                        .flatMap(step -> step.statements().stream())
                        .toArray(String[]::new));
    }

    /** The catalogue, the data, and the history but for how long things took. */
    private static List<String> state(TestDatabase database) {
        return Stream.of(
                        database.catalogue(),
                        database.allTables().stream()
                                .filter(name -> !name.equals("palindrome_lock")) // no part of the plan
                                .toList(),
                        database.rows("SELECT id, name FROM customer"),
                        database.rows("SELECT sequence, app_name, migration_id, description, checksum, ran_on, ran_by,"
                                + " faked, tool_version, reversal FROM \"palindrome_history\" ORDER BY sequence"))
                .flatMap(List::stream)
                .toList();
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
            return files;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.palindrome.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.MigrationFiles;
import dev.palindrome.domain.run.Recorder;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.testkit.InMemoryDatabase;
import dev.palindrome.testkit.InMemoryDatabaseAdapter;
import dev.palindrome.testkit.PlainSeal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stops half-way, on a database in memory: runners that lose their lock, or wait while another goes on. */
class HalfDoneRunsTest {
    private static final String A = "CREATE TABLE a (id int)";
    private static final String B = "CREATE TABLE b (id int)";
    private static final String C = "CREATE TABLE c (id int)";

    /** Changes no row, as the fence of a lock that is lost. */
    private static final Statement LOST = Statement.of("UPDATE lock SET held = 1");

    private final String name = UUID.randomUUID().toString();
    private final InMemoryDatabase database = InMemoryDatabase.named(name);
    private DatabaseAdapter adapter = new InMemoryDatabaseAdapter();
    private Runnable whileAsked = () -> {};
    private boolean losesLock;
    private boolean isLockLost;

    @Test
    void a_runner_that_lost_its_lock_within_a_transaction_leaves_nothing() {
        MigrationResult result =
                losingLock(shop(sql("1").build(), Migration.id("2").forwards(B).build()));

        assertThat(result.steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepOutcome.ROLLED_BACK, StepOutcome.NOT_STARTED);
        assertThat(result.message()).contains("The lock is lost");
        assertThat(database.executed()).doesNotContain(A, B);
        assertThat(database.history()).isEmpty();
    }

    @Test
    void a_runner_that_lost_its_lock_between_statements_that_commit_runs_no_more_and_the_next_one_goes_on() {
        App shop = shop(sql("1").withoutTransaction().forwards(B).build());
        MigrationResult result = losingLock(shop);

        assertThat(result.message()).contains("The lock is lost");
        assertThat(database.executed()).contains(A).doesNotContain(B);
        assertThat(database.history()).isEmpty();
        assertThat(journal()).extracting(JournalEntry::statement).containsExactly(A);

        assertThat(forwards(shop).success()).isTrue();
        assertThat(database.executed()).containsOnlyOnce(A, B);
        assertThat(database.history()).hasSize(1);
        assertThat(journal()).isEmpty();
    }

    @Test
    void an_operation_that_is_torn_twice_goes_on_where_it_stopped_last() {
        App shop = shop(torn());
        stop(shop, A);
        stop(shop, B);

        assertThat(forwards(shop).success()).isTrue();
        assertThat(tables()).containsExactly(A, B, C);
        assertThat(database.history()).hasSize(1);
        assertThat(journal()).isEmpty();
    }

    @Test
    void an_operation_that_is_torn_twice_is_taken_back_as_far_as_it_came() {
        App shop = shop(torn());
        stop(shop, A);
        stop(shop, B);

        MigrationResult back = backwards(shop);

        assertThat(back.success()).describedAs(back.message()).isTrue();
        assertThat(tables()).containsExactly(A, B, "DROP TABLE b", "DROP TABLE a");
        assertThat(journal()).isEmpty();
    }

    @Test
    void what_was_to_be_taken_back_and_another_runner_completed_meanwhile_is_refused() {
        App shop = shop(torn());
        stop(shop, A);
        whileAsked = () -> assertThat(forwards(shop).success()).isTrue();

        MigrationResult result = backwards(shop);

        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .filteredOn(Problem::isError)
                .extracting(problem -> problem.code().path())
                .containsExactly("plan/changed");
        assertThat(tables()).containsExactly(A, B, C);
        assertThat(database.history()).hasSize(1);
    }

    @Test
    void what_another_runner_took_back_meanwhile_falls_away() {
        App shop = shop(torn());
        stop(shop, A);
        whileAsked = () -> assertThat(backwards(shop).success()).isTrue();

        MigrationResult result = backwards(shop);

        assertThat(result.success()).isTrue();
        assertThat(result.message()).isEqualTo("Another runner has done it meanwhile: nothing is left to do.");
        assertThat(tables()).containsExactly(A, "DROP TABLE a");
    }

    @Test
    void code_is_noted_before_it_runs_where_definitions_commit_and_the_preview_says_so() {
        adapter = new CommittingAdapter();
        List<JournalEntry> seen = new ArrayList<>();
        App shop = shop(sql("1").forwardsCode("Fill", statements -> seen.addAll(journal()))
                .forwards(B)
                .build());
        List<String> preview = new ForwardsMigrationManager(
                        workspace(shop),
                        environment(),
                        ForwardsRequest.of("shop").preview(true))
                .run()
                .steps()
                .get(0)
                .statements();

        int code = preview.indexOf("-- Java code: Fill");
        assertThat(preview.get(code - 2)).startsWith("INSERT INTO palindrome_history_journal");
        assertThat(preview.get(code - 1)).isEqualTo("BEGIN");
        assertThat(preview.get(code + 1)).startsWith("UPDATE palindrome_history_journal");
        assertThat(preview.get(code + 2)).isEqualTo("COMMIT");

        assertThat(forwards(shop).success()).isTrue();
        assertThat(seen).extracting(JournalEntry::state).endsWith(JournalEntry.State.UNDER_WAY);
        assertThat(journal()).isEmpty();
    }

    /** Runs one statement and then has no lock any more. */
    private void stop(App shop, String last) {
        MigrationResult result = losingLock(shop);

        assertThat(result.message()).contains("The lock is lost");
        assertThat(tables()).endsWith(last);
        assertThat(database.history()).isEmpty();
    }

    private MigrationResult losingLock(App app) {
        losesLock = true;
        MigrationResult result = forwards(app);
        losesLock = false;
        isLockLost = false;
        return result;
    }

    private static Migration.Builder sql(String id) {
        return Migration.id(id).forwards(A);
    }

    /** One operation of three tables. */
    private static Migration torn() {
        return Migration.id("1")
                .withoutTransaction()
                .forwards(new Operation() {
                    @Override
                    public List<Instruction> compile(Dialect dialect, Catalogue before) {
                        return List.of(Statement.of(A), Statement.of(B), Statement.of(C));
                    }

                    @Override
                    public String fingerprint() {
                        return "three tables";
                    }
                })
                .backwards("DROP TABLE c; DROP TABLE b; DROP TABLE a")
                .build();
    }

    private static App shop(Migration... migrations) {
        return new App(
                "shop",
                Set.of(),
                List.of(migrations),
                Optional.empty(),
                Location.of("shop.jar"),
                Optional.empty(),
                List.of());
    }

    private MigrationResult forwards(App app) {
        return new ForwardsMigrationManager(workspace(app), environment(), ForwardsRequest.of("shop")).run();
    }

    private MigrationResult backwards(App app) {
        return new BackwardsMigrationManager(workspace(app), environment(), BackwardsRequest.of("shop")).run();
    }

    private List<String> tables() {
        return database.executed().stream()
                .filter(sql -> !sql.equals(LOST.sql()))
                .toList();
    }

    private List<JournalEntry> journal() {
        try (Session session = database.openSession()) {
            return database.history(HistoryTable.DEFAULT).journal().read(session);
        }
    }

    private Workspace workspace(App app) {
        return new Workspace(
                Apps.of(List.of(app), List.of()),
                adapter,
                database,
                database.history(HistoryTable.DEFAULT),
                new PlainSeal());
    }

    private RunEnvironment environment() {
        return new RunEnvironment(
                (locked, session, listener) -> Optional.of(enter(session)),
                this::agree,
                new RunListener() {
                    @Override
                    public void statementDone(
                            Step step, Instruction instruction, int number, int total, Duration duration) {
                        isLockLost = losesLock;
                    }
                },
                new Recorder(Clock.systemUTC(), "tester@host", "1.2.3"),
                new NoFiles());
    }

    private boolean agree(String question) {
        Runnable first = whileAsked;
        whileAsked = () -> {};
        first.run();
        return true;
    }

    private Lock enter(Session session) {
        LockAttempt attempt = database.tryLock(session, new LockRequest(HistoryTable.DEFAULT, "tester"));
        return new Losable(((LockAttempt.Acquired) attempt).lock());
    }

    /** A lock that its holder may lose without noticing. */
    private final class Losable implements Lock {
        private final Lock lock;

        Losable(Lock lock) {
            this.lock = lock;
        }

        @Override
        public String holder() {
            return lock.holder();
        }

        @Override
        public Optional<Statement> fence() {
            return isLockLost ? Optional.of(LOST) : Optional.empty();
        }

        @Override
        public void close() {
            lock.close();
        }
    }

    /** The same kind of database, as if its definitions committed by themselves. */
    private static final class CommittingAdapter implements DatabaseAdapter {
        private final DatabaseAdapter real = new InMemoryDatabaseAdapter();

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public boolean serves(String url) {
            return real.serves(url);
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Dialect dialect() {
            return real.dialect();
        }

        @Override
        public Database connect(DatabaseAddress address) {
            return real.connect(address);
        }
    }

    private static final class NoFiles implements MigrationFiles {
        @Override
        public void create(Path file, String text) {
            throw new AssertionError("nothing is created here");
        }

        @Override
        public void delete(Path file) {
            throw new AssertionError("nothing is deleted here");
        }
    }
}

package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every lock must do: let one in, tell the others at once who that is, and let the next one in afterwards. */
public abstract class LockContract extends DatabaseContract {
    private static final LockRequest ANNA = new LockRequest(HistoryTable.DEFAULT, "anna@laptop (process 1)");
    private static final LockRequest BERT = new LockRequest(HistoryTable.DEFAULT, "bert@server (process 2)");
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration WHEN_OTHERS_ARE_DONE = Duration.ofSeconds(50);

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected LockContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Test
    void a_free_lock_is_had_by_whoever_asks() {
        try (Lock lock = acquired(session(), ANNA)) {
            assertThat(lock.holder()).isEqualTo(ANNA.holder());
        }
    }

    @Test
    void the_second_is_told_at_once_who_has_it() {
        try (Lock lock = acquired(session(), ANNA);
                Session second = database().openSession()) {
            long begun = System.nanoTime();
            LockAttempt attempt = database().tryLock(second, BERT);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
            assertThat(attempt)
                    .isInstanceOfSatisfying(
                            LockAttempt.HeldBy.class,
                            held -> assertThat(held.holder()).contains(lock.holder()));
        }
    }

    @Test
    void whoever_looks_is_told_who_has_it_and_whoever_tries_does_not_notice() {
        try (Session looking = database().openSession()) {
            assertThat(database().lockHolder(looking, HistoryTable.DEFAULT)).isEmpty();
            try (Lock lock = acquired(session(), ANNA)) {
                assertThat(database().lockHolder(looking, HistoryTable.DEFAULT))
                        .hasValueSatisfying(holder -> assertThat(holder).contains(lock.holder()));
                assertThat(database().lockHolder(looking, new HistoryTable(Optional.empty(), "other_history")))
                        .isEmpty();
            }
            assertThat(database().lockHolder(looking, HistoryTable.DEFAULT)).isEmpty();
        }
    }

    @Test
    void whoever_asks_on_a_session_that_is_over_is_told_who_has_it_or_of_a_problem() {
        Session over = database().openSession();
        over.close();
        try (Lock lock = acquired(session(), ANNA)) {
            assertIsToldOrAProblem(() -> assertThat(database().lockHolder(over, HistoryTable.DEFAULT))
                    .hasValueSatisfying(holder -> assertThat(holder).contains(lock.holder())));
            assertIsToldOrAProblem(
                    () -> assertThat(database().tryLock(over, BERT)).isInstanceOf(LockAttempt.HeldBy.class));
        }
    }

    private static void assertIsToldOrAProblem(ThrowingCallable question) {
        assertThat(catchThrowable(question))
                .satisfiesAnyOf(
                        nothing -> assertThat(nothing).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(ProblemException.class));
    }

    @Test
    void of_many_who_look_nobody_is_taken_for_a_runner() throws Exception {
        acquired(session(), ANNA).close();
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService lookers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                looks.add(lookers.submit(() -> {
                    try (Session own = database().openSession()) {
                        while (!isOver.get()) {
                            database().lockHolder(own, HistoryTable.DEFAULT);
                        }
                    }
                }));
            }
            for (int i = 0; i < 50; i++) {
                acquired(session(), ANNA).close();
            }
            isOver.set(true);
            for (Future<?> look : looks) {
                look.get(1, TimeUnit.MINUTES);
            }
        } finally {
            isOver.set(true);
            lookers.shutdownNow();
        }
    }

    @Test
    void a_lock_that_was_given_up_is_free_again() {
        try (Session second = database().openSession()) {
            acquired(session(), ANNA).close();
            acquired(second, BERT).close();
            acquired(session(), ANNA).close();
        }
    }

    @Test
    void the_loser_may_try_again_as_often_as_he_likes() {
        try (Session second = database().openSession()) {
            try (Lock lock = acquired(session(), ANNA)) {
                for (int i = 0; i < 20; i++) {
                    assertThat(database().tryLock(second, BERT))
                            .as("while %s has it", lock.holder())
                            .isInstanceOf(LockAttempt.HeldBy.class);
                }
            }
            acquired(second, BERT).close();
        }
    }

    @Test
    void giving_it_up_twice_does_not_take_it_from_the_next() {
        try (Session second = database().openSession();
                Session third = database().openSession()) {
            Lock lock = acquired(session(), ANNA);
            lock.close();
            try (Lock next = acquired(second, BERT)) {
                lock.close();

                assertThat(database().tryLock(third, ANNA))
                        .as("while %s has it", next.holder())
                        .isInstanceOf(LockAttempt.HeldBy.class);
            }
        }
    }

    @Test
    void giving_it_up_after_its_session_was_closed_is_no_error_and_it_is_soon_free() {
        Lock lock;
        try (Session own = database().openSession()) {
            lock = acquired(own, ANNA);
        }
        lock.close();

        waitFor(session(), BERT, SOON).close(); // a server hears of a closed session a moment later
    }

    @Test
    void a_fence_stands_as_long_as_the_lock_is_held() {
        Lock lock = acquired(session(), ANNA);
        Optional<Statement> fence = lock.fence();
        assertThat(fence.map(session()::execute).orElse(1L)).isEqualTo(1);

        lock.close();
        assertThat(fence.map(session()::execute).orElse(0L)).isZero();
    }

    @Test
    void whoever_lost_the_lock_while_the_session_lives_writes_no_history() {
        createHistory();
        Lock lost = acquired(session(), ANNA);
        try (Session second = database().openSession()) {
            if (!testDatabase().loseLock(session(), second)) {
                lost.close();
                assertThat(lost.fence())
                        .as("a fence, of a lock of which the test database doesn't show how it is lost")
                        .isEmpty();
                return;
            }
            try (Lock next = waitFor(second, BERT, testDatabase().lockLeftBehind())) {
                writeWithin(lost);

                assertThat(history().read(second)).contains(List.of());
                assertThat(next.fence().map(second::execute).orElse(1L)).isEqualTo(1);
            }
        }
    }

    /** As the engine does, on a session that may be lost with the lock. */
    private void writeWithin(Lock lock) {
        try {
            session().begin();
            if (lock.fence().map(session()::execute).orElse(1L) == 1) {
                session().execute(history().insert(entry("shop", "1")));
                session().commit();
            } else {
                session().rollback();
            }
        } catch (StatementException e) {
            assertThat(e.isConnectionLost()).as("%s", e.getMessage()).isTrue();
        }
    }

    @Test
    void two_histories_have_two_locks() {
        LockRequest elsewhere = new LockRequest(new HistoryTable(Optional.empty(), "other_history"), "bert@server");
        try (Lock lock = acquired(session(), ANNA);
                Session second = database().openSession();
                Lock other = acquired(second, elsewhere)) {
            assertThat(other.holder()).isNotEqualTo(lock.holder());
        }
    }

    @Test
    void the_lock_outlives_whatever_its_session_does() {
        try (Lock lock = acquired(session(), ANNA);
                Session second = database().openSession()) {
            createHistory();
            session().begin();
            session().execute(history().insert(entry("shop", "1")));
            session().commit();
            session().begin();
            assertThatThrownBy(() -> session().execute(failing())).isInstanceOf(StatementException.class);
            session().rollback();
            session().restore();

            assertThat(database().tryLock(second, BERT))
                    .isInstanceOfSatisfying(
                            LockAttempt.HeldBy.class,
                            held -> assertThat(held.holder()).contains(lock.holder()));
        }
    }

    @Test
    void locking_writes_no_history() {
        try (Lock lock = acquired(session(), ANNA)) {
            assertThat(history().read(session())).as(lock.holder()).isEmpty();
        }
    }

    @Test
    void of_many_who_try_at_the_same_time_one_works() throws Exception {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger mostWorking = new AtomicInteger();
        ExecutorService runners = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String name = "runner " + i;
                runs.add(runners.submit(() -> {
                    try (Session own = database().openSession();
                            Lock lock =
                                    waitFor(own, new LockRequest(HistoryTable.DEFAULT, name), WHEN_OTHERS_ARE_DONE)) {
                        mostWorking.accumulateAndGet(working.incrementAndGet(), Math::max);
                        history().read(own);
                        assertThat(lock.holder()).isEqualTo(name);
                        working.decrementAndGet();
                    }
                }));
            }
            for (Future<?> run : runs) {
                run.get(1, TimeUnit.MINUTES);
            }
        } finally {
            runners.shutdownNow();
        }

        assertThat(mostWorking).hasValue(1);
    }

    private Lock waitFor(Session session, LockRequest request, Duration limit) {
        long giveUp = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < giveUp) {
            if (database().tryLock(session, request) instanceof LockAttempt.Acquired acquired) {
                return acquired.lock();
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError(request.holder() + " didn't get the lock within " + limit);
    }

    private Lock acquired(Session session, LockRequest request) {
        LockAttempt attempt = database().tryLock(session, request);
        assertThat(attempt).isInstanceOf(LockAttempt.Acquired.class);
        return ((LockAttempt.Acquired) attempt).lock();
    }
}

package dev.palindrome.adapters.http.run;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.adapters.http.monitor.Metrics;
import dev.palindrome.adapters.http.plan.Approval;
import dev.palindrome.adapters.http.plan.PlanRequest;
import dev.palindrome.adapters.http.plan.Plans;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs approved plans, one at a time; others wait for their turn. A plan that is on its way is not started again. */
public final class Runs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");

    private final Palindrome palindrome;
    private final Plans plans;
    private final Metrics metrics;
    private final FinishedRuns finished;
    private final ThreadPoolExecutor executor;
    /** Held while a plan is computed again and started, so that it can't be started twice. */
    private final ReentrantLock starting = new ReentrantLock();

    private final Map<String, Run> byId = new LinkedHashMap<>();
    private final Map<String, Run> byHash = new HashMap<>();

    public Runs(Palindrome palindrome, Plans plans, Metrics metrics, Limits limits) {
        this.palindrome = palindrome;
        this.plans = plans;
        this.metrics = metrics;
        this.finished = new FinishedRuns(limits.finishedRuns());
        this.executor = new ThreadPoolExecutor(
                1,
                1,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(limits.waitingRuns()),
                task -> new Thread(task, "palindrome-run"));
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Starts a plan if it is still what would run, or finds the run of it that is on its way.
     *
     * @throws HttpFailure if the plan is not known here, has changed, or is refused
     */
    Run start(Approval approval) {
        String hash = approval.hash();
        starting.lock();
        try {
            Run active = active(hash);
            if (active != null) {
                return active;
            }
            if (executor.isShutdown()) {
                throw HttpFailure.of(HttpCodes.SERVER_CLOSING, "The server is closing and starts no run any more.");
            }
            PlanRequest request = plans.find(hash);
            MigrationResult plan = request.previewAgain(palindrome);
            Plans.requireUnchanged(hash, plan);
            if (!plan.success()) {
                throw HttpFailure.refused(plan.problems());
            }
            RunId id = RunId.of(
                    request.appName(), hash, plan, now(), palindrome.discovery().apps());
            return submit(new Run(id, plan, () -> !executor.isShutdown()), request, approval);
        } finally {
            starting.unlock();
        }
    }

    /** {@return the run with that id, if this server knows it} */
    synchronized Optional<Run> find(String id) {
        return Optional.ofNullable(byId.get(id)).or(() -> Optional.ofNullable(finished.find(id)));
    }

    /** {@return all runs that this server knows: those that are not over as they began, then the others, the latest first} */
    synchronized List<Run> all() {
        List<Run> all = new ArrayList<>(byId.values());
        all.addAll(finished.latestFirst());
        return all;
    }

    /** {@return how many runs are not over} */
    public synchronized int unfinished() {
        return byId.size();
    }

    static HttpFailure unknown(String id) {
        return HttpFailure.of(
                HttpCodes.RUN_UNKNOWN,
                "There is no run '" + id + "'. What has run is in the history: GET /api/v1/apps/{app}/migrations.");
    }

    /** Starts no run any more, cancels those that wait, and lets the one that is under way finish its step. */
    @Override
    public void close() {
        List<Runnable> waiting = new ArrayList<>();
        executor.getQueue().drainTo(waiting);
        executor.shutdown();
        waiting.forEach(task -> ((Task) task).cancel());
        try {
            while (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("waiting for a run to finish its step");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Run active(String hash) {
        return byHash.get(hash);
    }

    private Run submit(Run run, PlanRequest request, Approval approval) {
        synchronized (this) {
            if (!byId.isEmpty()) {
                run.waitingFor("another run of this server");
            }
            byId.put(run.id(), run);
            byHash.put(run.hash(), run);
        }
        try {
            executor.execute(new Task(run, request, approval));
            return run;
        } catch (RejectedExecutionException e) {
            synchronized (this) {
                byId.remove(run.id());
                byHash.remove(run.hash());
            }
            throw HttpFailure.of(HttpCodes.SERVER_BUSY, "Too many runs wait for their turn. Try again in a while.")
                    .with("Retry-After", "10");
        }
    }

    private void finish(Run run, MigrationResult result) {
        synchronized (this) {
            byId.remove(run.id());
            byHash.remove(run.hash());
            finished.add(run, result);
        }
        Instant end = now();
        run.finish(result, end);
        metrics.ran(run.appName(), result, Duration.between(run.startedOn(), end), run.waited());
        LOG.info("run {} is over: {}", run.id(), result.success() ? "done" : "failed");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A run in the queue. */
    private final class Task implements Runnable {
        private final Run run;
        private final PlanRequest request;
        private final Approval approval;

        Task(Run run, PlanRequest request, Approval approval) {
            this.run = run;
            this.request = request;
            this.approval = approval;
        }

        @Override
        public void run() {
            MigrationResult result = MigrationResult.refused(List.of(Problem.error(
                    Codes.INTERNAL_ERROR, "An error inside Palindrome ended the run. The server's log has it.")));
            try {
                result = request.run(palindrome, approval, run);
            } catch (RuntimeException e) {
                LOG.error("run {} ended with an error of ours", run.id(), e);
            } finally {
                finish(run, result);
            }
        }

        void cancel() {
            finish(
                    run,
                    MigrationResult.refused(List.of(Problem.error(
                            HttpCodes.RUN_CANCELLED,
                            "The server was closed before it was this run's turn. Nothing was run."))));
        }
    }
}

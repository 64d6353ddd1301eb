package com.example.ignite;

import dev.palindrome.spi.Lock;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A lease that is ours: a thread renews it as long as this process lives and nobody has paused it. */
final class HeldLease implements Lock {
    private static final long PAUSE_MILLIS = 500;

    private final Lease lease;
    private final String holder;
    private final long token;
    private final Session renewing;
    private final ScheduledExecutorService renewals;

    HeldLease(Lease lease, String holder, long token) {
        this.lease = lease;
        this.holder = holder;
        this.token = token;
        this.renewing = lease.session();
        this.renewals = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "palindrome-lease");
            thread.setDaemon(true);
            return thread;
        });
        var unused = renewals.scheduleWithFixedDelay(this::renew, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            if (renewing.execute(lease.renewal(token)) != 1) {
                renewals.shutdown();
            }
        } catch (StatementException e) {
            // A node may be gone, and another in its place the next time. If the lease is lost, the fence says so.
        }
    }

    @Override
    public String holder() {
        return holder;
    }

    @Override
    public Optional<Statement> fence() {
        return Optional.of(lease.renewal(token));
    }

    @Override
    public void close() {
        if (renewals.isShutdown()) {
            return;
        }
        renewals.shutdownNow();
        try (Session releasing = lease.session()) {
            releasing.execute(lease.release(token));
        } catch (StatementException e) {
            if (!e.isConnectionLost()) {
                throw e;
            }
        }
    }
}

package dev.palindrome.adapters.http;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.StatementRunner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a migration up until a test lets it go on. */
public final class Gate implements AutoCloseable {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** A migration that creates a table and then waits at this gate. */
    public Migration migration(String id) {
        return Migration.id(id)
                .forwards("CREATE TABLE " + id + " (id int)")
                .forwardsCode("waits", this::hold)
                .backwards("DROP TABLE " + id)
                .build();
    }

    /** What a migration runs that is held up. */
    public void hold(StatementRunner session) throws InterruptedException {
        reached.countDown();
        await(opened);
    }

    public void awaitReached() throws InterruptedException {
        await(reached);
    }

    public void open() {
        opened.countDown();
    }

    @Override
    public void close() {
        open();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Nobody came");
        }
    }
}

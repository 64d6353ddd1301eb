package dev.palindrome.adapters.http.load;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Handler;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many requests use the database at a time, and only so many wait for their turn, so that a database that
 * doesn't answer can't take every thread: what needs no database is answered all the same.
 */
public final class Turns {
    private static final int AT_A_TIME = 16;
    private static final int WAITING = 32;
    private static final int PATIENCE_SECONDS = 2;

    private final Semaphore inside = new Semaphore(AT_A_TIME, true);
    private final Semaphore around = new Semaphore(AT_A_TIME + WAITING);

    /** {@return the handler, in its turn} */
    public Handler taking(Handler handler) {
        return ctx -> {
            if (!around.tryAcquire()) {
                throw busy();
            }
            try {
                if (!inside.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw busy();
                }
                try {
                    handler.handle(ctx);
                } finally {
                    inside.release();
                }
            } finally {
                around.release();
            }
        };
    }

    static HttpFailure busy() {
        return HttpFailure.of(HttpCodes.SERVER_BUSY, "Too many requests wait for the database. Try again in a while.")
                .with("Retry-After", Integer.toString(PATIENCE_SECONDS));
    }
}

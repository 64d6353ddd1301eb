package dev.palindrome.adapters.http.request;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.load.Limits;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of one request, on its way. Holds no thread: the server calls whenever there is more (Servlet 6.0, ReadListener).
 * Who is still sending when his connection is closed may lose the answer, so what is refused is read away, for a moment.
 */
final class BodyReader implements ReadListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");
    private static final Duration DISCARDING = Duration.ofMillis(500);
    private static final int SMALL = 8192;

    private final ServletInputStream in;
    private final int most;
    private final Semaphore room;
    private final CompletableFuture<byte[]> end = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final byte[] chunk = new byte[SMALL];
    private int taken;
    private volatile Optional<HttpFailure> refusal = Optional.empty();
    private long toDiscard;

    /**
     * A body of which nothing has been read.
     *
     * @param room the bytes that all bodies together may still take
     */
    BodyReader(HttpServletRequest request, Limits limits, Semaphore room) throws IOException {
        this.in = request.getInputStream();
        this.most = limits.bodyBytes();
        this.room = room;
        long announced = request.getContentLengthLong();
        if (announced > most) {
            refuse(tooLarge(), Math.min(announced, 2L * most));
        }
    }

    /** {@return what completes with the body} */
    CompletableFuture<byte[]> end() {
        return end;
    }

    /** {@return why there is no body, as the client is told} */
    Throwable told(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpFailure) {
            return cause;
        }
        return cause instanceof TimeoutException ? refusal.orElseGet(BodyReader::tooSlow) : broken(cause);
    }

    /** Leaves its room to others. */
    synchronized void forget() {
        room.release(taken);
        taken = 0;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!end.isDone() && in.isReady()) {
            int n = in.read(chunk);
            if (n < 0) {
                return;
            }
            if (refusal.isPresent()) {
                toDiscard -= n;
            } else {
                take(n);
            }
            if (refusal.isPresent() && toDiscard <= 0) {
                end.completeExceptionally(refusal.get());
            }
        }
    }

    @Override
    public void onAllDataRead() {
        refusal.ifPresentOrElse(end::completeExceptionally, () -> end.complete(body.toByteArray()));
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    private void take(int n) {
        if (body.size() + n > most) {
            refuse(tooLarge(), most);
        } else if (acquire(n)) {
            body.write(chunk, 0, n);
        } else {
            refuse(busy(), most);
        }
    }

    /** A small body needs no room, so that nobody's large ones keep others from logging in or running a plan. */
    private synchronized boolean acquire(int n) {
        int needed = Math.max(0, body.size() + n - SMALL) - taken;
        boolean has = !end.isDone() && (needed <= 0 || room.tryAcquire(needed));
        taken += has ? Math.max(0, needed) : 0;
        return has;
    }

    /** Reads no more than so many bytes of the rest. */
    private void refuse(HttpFailure failure, long rest) {
        refusal = Optional.of(failure);
        toDiscard = rest;
        end.orTimeout(DISCARDING.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The client hung up, or sent what is no HTTP. */
    private static HttpFailure broken(Throwable cause) {
        LOG.debug("a request's body broke off: {}", String.valueOf(cause));
        return HttpFailure.of(HttpCodes.REQUEST_MALFORMED, "The request's body broke off.")
                .with("Connection", "close");
    }

    private static HttpFailure tooSlow() {
        return HttpFailure.of(HttpCodes.REQUEST_TIMEOUT, "The request's body took too long to arrive.")
                .with("Connection", "close");
    }

    private static HttpFailure busy() {
        return HttpFailure.of(HttpCodes.SERVER_BUSY, "Too many large bodies arrive at once. Try again in a while.")
                .with("Retry-After", "2")
                .with("Connection", "close");
    }

    private HttpFailure tooLarge() {
        return HttpFailure.of(HttpCodes.REQUEST_TOO_LARGE, "The request's body is larger than " + most + " bytes.")
                .with("Connection", "close");
    }
}

package dev.palindrome.adapters.http.run;

import dev.palindrome.adapters.http.load.Background;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that watches a run. It holds no thread: whoever brings news, the run or the clock, has it written as far as the
 * client takes it, and Jetty calls again once the client takes more (Servlet 6.0, WriteListener).
 */
final class EventStream implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] GREETING = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private final EventLog log;
    private final ServletOutputStream out;
    private final Background background;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Runnable reader = this::wake;
    private long position;
    private byte[] extra = GREETING;
    private boolean open;
    private boolean unflushed;

    /**
     * A stream that begins once Jetty says so.
     *
     * @param position the number of the last event that the client already has
     */
    EventStream(EventLog log, long position, ServletOutputStream out, Background background) {
        this.log = log;
        this.position = position;
        this.out = out;
        this.background = background;
        log.join(reader);
    }

    /** {@return what completes when the client has everything, or is gone} */
    CompletableFuture<Void> end() {
        return end;
    }

    /** There is news. Returns at once. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            background.soon(() -> {
                woken.set(false);
                write();
            });
        }
    }

    /** Says that we live; a client that doesn't is noticed by it. Doesn't block. */
    void beat() {
        synchronized (this) {
            if (extra.length == 0) {
                extra = HEARTBEAT;
            }
        }
        write();
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            open = true;
        }
        write();
    }

    @Override
    public void onError(Throwable cause) {
        LOG.debug("a stream of events broke off: {}", String.valueOf(cause));
        finish();
    }

    private void write() {
        try {
            if (drain()) {
                finish();
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    /** Writes while the client takes it; {@return whether it has everything}. */
    private synchronized boolean drain() throws IOException {
        while (open && !end.isDone() && out.isReady()) {
            byte[] next = next();
            if (next.length > 0) {
                unflushed = true;
                out.write(next);
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                return log.endsAt(position);
            }
        }
        return false;
    }

    private byte[] next() {
        if (extra.length > 0) {
            byte[] bytes = extra;
            extra = new byte[0];
            return bytes;
        }
        Optional<Event> event = log.after(position);
        position = event.map(Event::id).orElse(position);
        return event.map(Event::bytes).orElseGet(() -> new byte[0]);
    }

    private void finish() {
        log.leave(reader);
        background.blocking(() -> end.complete(null));
    }
}

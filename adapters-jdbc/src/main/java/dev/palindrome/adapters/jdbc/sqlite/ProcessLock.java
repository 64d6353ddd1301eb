package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock among the threads of this process, whatever class loaders they come from. It stands in the system properties, which
 * are the one thing that all of them share: an operating system's file lock belongs to the whole process, and is lost as soon
 * as anybody in the process closes the same file (POSIX, fcntl). So nobody may even open it who doesn't have this one.
 */
final class ProcessLock implements Lock {
    private static final String PREFIX = "dev.palindrome.lock.";
    private static final String LOOKING = "";
    private static final long LOOK_NANOS = 200_000;

    private final String key;
    private final String holder;

    private ProcessLock(String key, String holder) {
        this.key = key;
        this.holder = holder;
    }

    static LockAttempt tryFor(String name, String holder) {
        String key = PREFIX + name;
        Object other = put(key, holder);
        return other == null
                ? new LockAttempt.Acquired(new ProcessLock(key, holder))
                : new LockAttempt.HeldBy(other.toString());
    }

    /** {@return who in this process has that lock, if somebody has} */
    static Optional<String> holder(String name) {
        return Optional.ofNullable(System.getProperty(PREFIX + name)).filter(holder -> !holder.equals(LOOKING));
    }

    /** {@return who in this process has that lock, or what a look finds meanwhile at what nobody else may open} */
    static Optional<String> look(String name, Supplier<Optional<String>> look) {
        String key = PREFIX + name;
        Object other = put(key, LOOKING);
        if (other != null) {
            return Optional.of(other.toString());
        }
        try {
            return look.get();
        } finally {
            System.getProperties().remove(key, LOOKING);
        }
    }

    /** Who only looks is waited for: it is over at once. */
    private static @Nullable Object put(String key, String holder) {
        Object other = System.getProperties().putIfAbsent(key, holder);
        while (LOOKING.equals(other)) {
            LockSupport.parkNanos(LOOK_NANOS);
            other = System.getProperties().putIfAbsent(key, holder);
        }
        return other;
    }

    @Override
    public String holder() {
        return holder;
    }

    @Override
    public void close() {
        System.getProperties().remove(key, holder);
    }
}

package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import java.util.Properties;

/**
 * A lock among the threads of this process, whatever class loaders they come from. It stands in the system properties, which
 * are the one thing that all of them share: an operating system's file lock belongs to the whole process, and is lost as soon
 * as anybody in the process closes the same file (POSIX, fcntl). So nobody may even open it who doesn't have this one.
 */
final class ProcessLock implements Lock {
    private final String key;
    private final String holder;

    private ProcessLock(String key, String holder) {
        this.key = key;
        this.holder = holder;
    }

    static LockAttempt tryFor(String name, String holder) {
        Properties everybodys = System.getProperties();
        String key = "dev.palindrome.lock." + name;
        Object other = everybodys.putIfAbsent(key, holder);
        return other == null
                ? new LockAttempt.Acquired(new ProcessLock(key, holder))
                : new LockAttempt.HeldBy(other.toString());
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

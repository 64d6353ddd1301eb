package dev.palindrome.application.run;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs: for the history, and for others who wait for the lock. */
public final class Runner {
    private Runner() {}

    /** {@return {@code user@host}} */
    public static String name() {
        return System.getProperty("user.name", "unknown") + "@" + host();
    }

    /** {@return {@code user@host, process 1234}} */
    static String processName() {
        return name() + ", process " + ProcessHandle.current().pid();
    }

    /** The kernel knows the host's name without asking the network. */
    private static String host() {
        try {
            Path kernel = Path.of("/proc/sys/kernel/hostname");
            return Files.isReadable(kernel)
                    ? Files.readString(kernel).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }
}

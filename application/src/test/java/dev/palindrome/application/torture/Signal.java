package dev.palindrome.application.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an operating system does to a process, by its own programs. */
final class Signal {
    private Signal() {}

    /** The process stands still, wherever it is. */
    static void stop(long pid) {
        command("kill", "-STOP", Long.toString(pid));
    }

    /** It wakes. */
    static void wake(long pid) {
        command("kill", "-CONT", Long.toString(pid));
    }

    /** Every write of the process to a file fails from now on, as on a full disk. Only Linux has this. */
    static void leaveNoRoom(long pid) {
        command("prlimit", "--pid", Long.toString(pid), "--fsize=0:0");
    }

    private static void command(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package dev.palindrome.adapters.cli.terminal;

import dev.palindrome.spi.Instruction;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * One line on standard error that is written over and over, if somebody watches. A statement that takes longer than two
 * seconds is shown with its seconds; for that a timer of its own paints while the run's thread waits for the database.
 */
final class LiveLine {
    private static final Duration LONG = Duration.ofSeconds(2);
    private static final int EVERY_MILLIS = 500;

    private final Terminal terminal;
    private String text = "";
    private @Nullable Instruction current;
    private long since;
    private @Nullable Timer timer;

    LiveLine(Terminal terminal) {
        this.terminal = terminal;
    }

    synchronized void show(String what) {
        if (terminal.isLive()) {
            text = what;
            terminal.overwrite(what);
        }
    }

    synchronized void begin(Instruction instruction) {
        if (terminal.isLive()) {
            current = instruction;
            since = System.nanoTime();
            if (timer == null) {
                timer = startTimer();
            }
        }
    }

    synchronized void end() {
        current = null;
    }

    synchronized void clear() {
        current = null;
        terminal.wipe();
    }

    synchronized void close() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private Timer startTimer() {
        Timer started = new Timer("palindrome-progress", true);
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                tick();
            }
        };
        started.schedule(task, LONG.toMillis(), EVERY_MILLIS);
        return started;
    }

    private synchronized void tick() {
        Instruction running = current;
        if (running != null) {
            Duration lasting = Duration.ofNanos(System.nanoTime() - since);
            if (lasting.compareTo(LONG) >= 0) {
                terminal.overwrite(text + " (" + lasting.toSeconds() + " s): " + SqlText.firstLine(running.text()));
            }
        }
    }
}

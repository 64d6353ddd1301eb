package dev.palindrome.application.torture;

import dev.palindrome.application.runners.RunnerProcess;

/** A runner is killed with SIGKILL at any moment, and perhaps the one that goes on, too. */
record KilledAtRandom() implements Disturbance {
    private static final int MOST_MICROS = 3_000;

    @Override
    public void disturb(Round round) {
        try (RunnerProcess runner = round.launch().start()) {
            round.prepare();
            runner.await("ready");
            runner.go();
            if (round.any(1, 8) > 1) { // else it may not even have connected
                runner.await("event " + round.any(1, Cargo.events()) + " ");
            }
            round.spin(round.any(0, MOST_MICROS));
            runner.kill();
        }
    }
}

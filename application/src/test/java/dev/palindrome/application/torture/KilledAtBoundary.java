package dev.palindrome.application.torture;

import dev.palindrome.application.runners.RunnerProcess;

/**
 * A runner is killed where it stands still: just before a statement or behind a step, or behind a statement of which nothing has been
 * noted yet. Successive seeds take one place after the other.
 */
record KilledAtBoundary() implements Disturbance {

    @Override
    public int places() {
        return Cargo.events() + Cargo.statements();
    }

    @Override
    public void disturb(Round round) {
        int place = (int) Math.floorMod(round.seed(), (long) places());
        boolean isBehind = place >= Cargo.events();
        int number = isBehind ? place - Cargo.events() + 1 : place + 1;
        RunnerProcess.Launch launch =
                isBehind ? round.launch().pausingBehind(number) : round.launch().pausingAt(number);
        try (RunnerProcess runner = launch.start()) {
            round.prepare();
            runner.await("ready");
            runner.go();
            runner.await((isBehind ? "behind " : "event ") + number);
            runner.kill();
        }
    }
}

package dev.palindrome.application.torture;

import dev.palindrome.application.runners.RunnerProcess;

/** From some event on, each write of the runner to a file fails, since there is no room left. */
record NoRoomLeft() implements Disturbance {

    @Override
    public void disturb(Round round) {
        int event = round.any(1, Cargo.events() - 1);
        try (RunnerProcess runner = round.launch().pausingAt(event).start()) {
            round.prepare();
            runner.await("ready");
            runner.go();
            runner.await("event " + event + " ");
            Signal.leaveNoRoom(runner.pid());
            runner.go();
            round.noteCutShort(runner.result());
        }
    }
}

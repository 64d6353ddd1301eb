package dev.palindrome.domain.run;

/**
 * What surrounds a run: the ports through which it reaches people, time and files.
 *
 * @param lockGate waits for the lock
 * @param confirmation asks before anything is reversed or removed
 * @param listener watches
 * @param recorder says who runs, and when
 * @param files the files that migrations are kept in
 */
public record RunEnvironment(
        LockGate lockGate, Confirmation confirmation, RunListener listener, Recorder recorder, MigrationFiles files) {

    /** {@return the same surroundings with somebody else to ask} */
    public RunEnvironment with(Confirmation other) {
        return new RunEnvironment(lockGate, other, listener, recorder, files);
    }

    /** {@return the same surroundings with somebody else watching} */
    public RunEnvironment with(RunListener other) {
        return new RunEnvironment(lockGate, confirmation, other, recorder, files);
    }

    /** {@return the same surroundings for a run on those terms, which can name who approved it} */
    RunEnvironment on(Terms terms) {
        return new RunEnvironment(
                lockGate,
                confirmation,
                listener,
                terms.approver().map(recorder::onBehalfOf).orElse(recorder),
                files);
    }
}

package dev.palindrome.domain.result;

/** An operation did not succeed. Thrown only by {@link MigrationResult#orThrow}, for programs that can't go on. */
public final class MigrationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MigrationResult result;

    MigrationFailedException(MigrationResult result) {
        super(result.message());
        this.result = result;
    }

    /** {@return what was done, what failed, and what was not started} */
    public MigrationResult result() {
        return result;
    }
}

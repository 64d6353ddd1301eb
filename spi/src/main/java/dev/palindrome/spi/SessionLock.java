package dev.palindrome.spi;

/** A lock that ends with its session. */
final class SessionLock implements Lock {
    private final String holder;
    private final Runnable release;
    private boolean isReleased;

    SessionLock(String holder, Runnable release) {
        this.holder = holder;
        this.release = release;
    }

    @Override
    public String holder() {
        return holder;
    }

    @Override
    public void close() {
        if (isReleased) {
            return; // somebody else may have it by now
        }
        isReleased = true;
        try {
            release.run();
        } catch (StatementException e) {
            // mostly the session is gone; and if it isn't, the lock goes with it
        }
    }
}

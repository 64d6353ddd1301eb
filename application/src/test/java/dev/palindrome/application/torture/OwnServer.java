package dev.palindrome.application.torture;

import dev.palindrome.application.databases.TestDatabase;

/** A server that nobody else uses, so that anything may be done to it. */
interface OwnServer extends AutoCloseable {

    /** {@return a new database without a table, as a user sees it who may not do everything} */
    TestDatabase fresh();

    /** Kills all its processes with SIGKILL. */
    void kill();

    /** Starts it again where it was, and waits until it answers. */
    void restart();

    /** Lets nobody write, or everybody again; when this returns, it is so for the next transaction of everybody. */
    void setReadOnly(Writing writing);

    @Override
    void close();

    /** Whether users may write. */
    enum Writing {
        REFUSED,
        ALLOWED
    }
}

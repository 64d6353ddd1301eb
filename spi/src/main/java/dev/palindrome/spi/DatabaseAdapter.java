package dev.palindrome.spi;

import java.util.Optional;
import java.util.Set;

/**
 * One database's implementation of the spi. Authors implement it and name the class in
 * {@code META-INF/services/dev.palindrome.spi.DatabaseAdapter}; it needs a public constructor without parameters, which
 * must not touch the driver: all adapters are constructed, one is used.
 *
 * @since 0.1
 */
public interface DatabaseAdapter {

    /** {@return the database's name for people and scripts: lower-case, unique, such as {@code postgresql}} */
    String name();

    /**
     * Says whether a URL is for this database. No two adapters may serve one URL.
     *
     * @param url the URL as the user gave it
     * @return whether {@link #connect} would understand it
     */
    boolean serves(String url);

    /** {@return what the database can do} */
    Set<Capability> capabilities();

    /** {@return the dialect, the same object each time} */
    Dialect dialect();

    /**
     * Prepares to use the database; opens no connection yet. Called once per engine. While it runs, the thread's context
     * class loader sees the jars that the user named: a driver may be among them.
     *
     * @param address an address whose URL this adapter serves
     * @return the database
     * @throws ProblemException if the driver isn't there, or the address lacks something
     */
    Database connect(DatabaseAddress address);

    /**
     * Names an empty database that needs nothing but the driver and is gone with its last session, for tests and proofs.
     *
     * @return its URL, another one at each call; by default empty, since most databases need a server
     */
    default Optional<String> scratchUrl() {
        return Optional.empty();
    }

    /** {@return the adapter's version, by default the jar's {@code Implementation-Version}} */
    default Optional<String> version() {
        return Optional.ofNullable(getClass().getPackage().getImplementationVersion());
    }
}

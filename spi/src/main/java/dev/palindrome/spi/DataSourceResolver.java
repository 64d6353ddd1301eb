package dev.palindrome.spi;

import javax.sql.DataSource;

/**
 * Finds out which database an embedding program's connections lead to. Implemented in {@code adapters-jdbc}, the one module
 * that speaks JDBC; called by the engine once, when a program hands it a {@link DataSource}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DataSourceResolver {

    /**
     * Asks a connection for its URL. Borrows one connection and gives it back.
     *
     * @param dataSource the program's connections
     * @return an address that keeps the connections and says their URL, by which an adapter is chosen
     * @throws ProblemException with {@code database/unreachable} if there is no connection to be had
     */
    DatabaseAddress resolve(DataSource dataSource);
}

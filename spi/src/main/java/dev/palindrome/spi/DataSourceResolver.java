package dev.palindrome.spi;

import javax.sql.DataSource;

/**
 * Finds out which database a program's own connections lead to. Implemented by {@code adapters-jdbc}, used by the engine
 * when it is embedded.
 *
 * @since 0.1
 */
public interface DataSourceResolver {

    /**
     * Asks a connection for its URL.
     *
     * @param dataSource the program's connections
     * @return the address that an adapter can recognise
     * @throws ProblemException with {@code database/unreachable} if there is no connection to be had
     */
    DatabaseAddress resolve(DataSource dataSource);
}

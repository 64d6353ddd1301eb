package dev.palindrome.spi;

import java.util.Optional;

/**
 * The database refused a statement, or the connection broke. Thrown by sessions; its message is the database's own.
 *
 * @since 0.1
 */
public final class StatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> sqlState;
    private final boolean connectionLost;

    /**
     * A statement failed.
     *
     * @param message the database's own message
     * @param sqlState the five characters of ISO/IEC 9075, if the database gave them
     * @param connectionLost whether the session is of no more use
     * @param cause the driver's exception
     */
    public StatementException(String message, Optional<String> sqlState, boolean connectionLost, Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
        this.connectionLost = connectionLost;
    }

    /** {@return the SQLSTATE, if the database gave one} */
    public Optional<String> sqlState() {
        return sqlState;
    }

    /** {@return whether the session is of no more use} */
    public boolean isConnectionLost() {
        return connectionLost;
    }
}

package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.ConnectionRules;
import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of a connection. Nothing gives a session its settings back but COM_RESET_CONNECTION, which would give up the lock
 * too; so they are noted before the first statement that can change them, and what differs afterwards is put back.
 */
final class MysqlRules implements ConnectionRules {
    /** What can set something: directly, or by running what does. */
    private static final Set<String> SETTING = Set.of(
            "SET", "USE", "LOCK", "FLUSH", "CALL", "EXECUTE", "BEGIN", "IF", "CASE", "LOOP", "REPEAT", "WHILE", "FOR");

    /** Killed by an administrator, and shut out for being idle (the servers' error messages). */
    private static final Set<Integer> ENDED = Set.of(1927, 4031);

    /** "Driver has reconnect connection after a communications link failure", maybe to another server (MariaDB's driver). */
    private static final String ELSEWHERE = "25S03";

    /** "Some non-transactional changed tables couldn't be rolled back"; MySQL's own driver keeps it to itself. */
    private static final int NOT_ROLLED_BACK = 1196;

    private final Dialect dialect;
    private final Optional<CausalReads> reads;
    private Optional<SessionSettings> remembered = Optional.empty();
    private Optional<String> kept = Optional.empty();

    /** The rules of a connection; with what was set on it if it leads to a cluster. */
    MysqlRules(Dialect dialect, Optional<CausalReads> reads) {
        this.dialect = dialect;
        this.reads = reads;
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.setAutoCommit(false); // a driver that commits by itself would refuse to roll back
        connection.clearWarnings();
        connection.rollback();
        kept = Stream.iterate(connection.getWarnings(), Objects::nonNull, SQLWarning::getNextWarning)
                .filter(warning -> warning.getErrorCode() == NOT_ROLLED_BACK)
                .map(this::message)
                .findFirst();
        connection.setAutoCommit(true);
    }

    @Override
    public Optional<String> kept() {
        return kept;
    }

    /** A statement can stand in a comment that only this database reads, as in dumps. */
    @Override
    public boolean changesSettings(String sql) {
        String word = SqlText.firstWord(sql);
        return SETTING.contains(word) || word.isEmpty() || sql.startsWith("/*");
    }

    @Override
    public void remember(Connection connection) throws SQLException {
        remembered = Optional.of(SessionSettings.of(connection));
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        if (remembered.isPresent()) {
            remembered.get().putBack(connection, dialect);
        }
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        if (reads.isPresent()) {
            reads.get().giveBack(connection);
        }
    }

    @Override
    public boolean endsConnection(SQLException error) {
        return ENDED.contains(error.getErrorCode())
                || ELSEWHERE.equals(error.getSQLState())
                || ConnectionRules.super.endsConnection(error);
    }

    /** One of the drivers puts the number of the connection before it. */
    @Override
    public String message(SQLException error) {
        return String.valueOf(error.getMessage()).replaceFirst("^\\(conn=-?\\d+\\) ", "");
    }
}

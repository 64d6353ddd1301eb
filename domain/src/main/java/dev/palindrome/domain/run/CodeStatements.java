package dev.palindrome.domain.run;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import java.util.List;
import java.util.Optional;

/**
 * Runs the statements of Java code within its migration's transaction, which the code can't end. A text of several statements
 * is split first, since some drivers run only the first of them and report success.
 */
final class CodeStatements implements StatementRunner {
    private final Session session;
    private final Dialect dialect;
    private boolean mayHaveCommitted;

    CodeStatements(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    @Override
    public long execute(Statement statement) {
        if (!statement.parameters().isEmpty()) {
            return session.execute(statement);
        }
        List<Statement> statements = dialect.split(new SqlScript(statement.sql(), statement.location()));
        if (statements.stream().anyMatch(part -> part.kind().controlsTransaction())) {
            throw new IllegalStateException(
                    "A migration's code must not begin or end a transaction: its transaction is Palindrome's");
        }
        mayHaveCommitted |= statements.stream().anyMatch(part -> part.kind().isByItself());
        return statements.stream().mapToLong(session::execute).sum();
    }

    @Override
    public List<Row> query(Statement query) {
        return session.query(query);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        mayHaveCommitted = true; // what is done with that is not seen here
        return session.unwrap(type);
    }

    /** {@return whether the code did something that a transaction may not have held} */
    boolean mayHaveCommitted() {
        return mayHaveCommitted;
    }
}

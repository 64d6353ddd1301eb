package com.example.ignite;

import com.example.ignite.IgniteSession.Conflicts;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.sql.LockQuestion;
import dev.palindrome.spi.sql.SqlHistoryStore;
import java.util.Optional;
import org.apache.ignite.client.BasicAuthenticator;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.client.IgniteClientConnectionException;
import org.apache.ignite.lang.IgniteException;
import org.apache.ignite.security.exception.InvalidCredentialsException;
import org.jspecify.annotations.Nullable;

/** A cluster, reached by one client that all sessions share; it finds another node when one is gone. */
final class IgniteDatabase implements Database {
    /** Milliseconds since 1970, by the clock of whichever node runs the statement. */
    private static final String CLOCK =
            "EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 + MOD(EXTRACT(MILLISECOND FROM CURRENT_TIMESTAMP), 1000)";

    private final DatabaseAddress address;
    private final IgniteUrl url;
    private final IgniteDialect dialect;
    private final SchemaInspector inspector;
    private @Nullable IgniteClient client;

    IgniteDatabase(DatabaseAddress address, IgniteUrl url, IgniteDialect dialect) {
        this.address = address;
        this.url = url;
        this.dialect = dialect;
        this.inspector = new IgniteInspector(dialect, IgniteDialect.FOLDING.actual(url.schema()));
    }

    @Override
    public Session openSession() {
        return session(Conflicts.ARE_WAITED_OUT);
    }

    private IgniteSession session(Conflicts conflicts) {
        return new IgniteSession(client(), dialect, dialect.name(url.schema()), url.timeout(), conflicts);
    }

    private synchronized IgniteClient client() {
        if (client == null) {
            client = connected();
        }
        return client;
    }

    private IgniteClient connected() {
        IgniteClient.Builder builder =
                IgniteClient.builder().addresses(url.nodes().toArray(String[]::new));
        address.user()
                .ifPresent(user -> builder.authenticator(BasicAuthenticator.builder()
                        .username(user)
                        .password(address.password().orElse(""))
                        .build()));
        try {
            return builder.build();
        } catch (InvalidCredentialsException e) {
            throw noConnection(ProblemCodes.DATABASE_LOGIN, e);
        } catch (IgniteClientConnectionException e) {
            throw noConnection(ProblemCodes.DATABASE_UNREACHABLE, e);
        }
    }

    private ProblemException noConnection(Problem.Code code, IgniteException e) {
        return new ProblemException(
                Problem.error(code, "There is no connection to " + address + ": " + e.getMessage() + "."), e);
    }

    @Override
    public LockAttempt tryLock(Session session, LockRequest request) {
        return LockQuestion.ask(address, () -> lease(request.table()).tryFor(request.holder()));
    }

    @Override
    public Optional<String> lockHolder(Session session, HistoryTable table) {
        return LockQuestion.ask(address, () -> lease(table).holder());
    }

    private Lease lease(HistoryTable table) {
        return new Lease(() -> session(Conflicts.ARE_REPORTED), dialect, table);
    }

    @Override
    public HistoryStore history(HistoryTable table) {
        return SqlHistoryStore.numberedBy(CLOCK, table, dialect, inspector);
    }

    @Override
    public SchemaInspector inspector() {
        return inspector;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}

package dev.palindrome.testkit;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The program that {@link CrashContract} kills: takes the lock (or says who has it, or why there is no connection, and ends), begins a transaction, writes an
 * entry, says {@code ready}, runs further statements if it was given any, and waits until its input ends.
 */
final class LockHolder {
    static final String NAME = "holder@test (to be killed)";
    static final String READY = "ready";

    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        String url = arguments[0];
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        DatabaseAdapter adapter = ServiceLoader.load(DatabaseAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.serves(url))
                .findFirst()
                .orElseThrow();
        try (Database database = adapter.connect(DatabaseAddress.of(url));
                Session session = database.openSession()) {
            hold(database, session, Arrays.asList(arguments).subList(1, arguments.length), out);
        } catch (ProblemException e) {
            out.println(e.problems());
        }
    }

    private static void hold(Database database, Session session, List<String> busyWith, PrintStream out)
            throws IOException {
        LockAttempt attempt = database.tryLock(session, new LockRequest(HistoryTable.DEFAULT, NAME));
        if (!(attempt instanceof LockAttempt.Acquired)) {
            out.println(attempt);
            return;
        }
        HistoryStore history = database.history(HistoryTable.DEFAULT);
        if (history.read(session).isEmpty()) {
            history.create().forEach(session::execute);
        }
        session.begin();
        session.execute(history.insert(DatabaseContract.entry("shop", "half done")));
        out.println(READY);
        for (String sql : busyWith) {
            session.execute(Statement.of(sql));
        }
        while (System.in.read() >= 0) {
            // until we are killed, or whoever started us is gone
        }
    }
}

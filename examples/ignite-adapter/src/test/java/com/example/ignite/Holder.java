package com.example.ignite;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A program that takes the lease, and with each line that it reads says how many rows its fence has changed. */
final class Holder {
    static final String NAME = "holder@test (to be paused)";

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Database database = new IgniteAdapter().connect(DatabaseAddress.of(arguments[0]));
                Session session = database.openSession()) {
            LockAttempt.Acquired taken =
                    (LockAttempt.Acquired) database.tryLock(session, new LockRequest(HistoryTable.DEFAULT, NAME));
            System.out.println("ready");
            while (in.readLine() != null) {
                System.out.println(session.execute(taken.lock().fence().orElseThrow()));
            }
        }
    }
}

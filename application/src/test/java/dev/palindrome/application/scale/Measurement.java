package dev.palindrome.application.scale;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.PostgresqlServer;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints the medians of {@code docs/measurements.md}, as lines of its table. Run by hand; the arguments are the number of
 * rounds, then the numbers of migrations.
 */
final class Measurement {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Measurement() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int rounds = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("palindrome-measurement");
        try {
            OUT.println(PostgresqlServer.administration()
                    .rows("SELECT 'PostgreSQL ' || current_setting('server_version') || ', fsync '"
                            + " || current_setting('fsync') || ', synchronous_commit '"
                            + " || current_setting('synchronous_commit')")
                    .get(0));
            OUT.println(DatabaseKind.MARIADB
                    .fresh(folder)
                    .rows("SELECT CONCAT('MariaDB ', version(), ', innodb_flush_log_at_trx_commit ',"
                            + " @@innodb_flush_log_at_trx_commit)")
                    .get(0));
            OUT.println("| database | migrations | plain JDBC | Palindrome | ratio | nothing to do |");
            OUT.println("|---|---|---|---|---|---|");
            for (int i = 1; i < arguments.length; i++) {
                for (DatabaseKind kind : DatabaseKind.values()) {
                    measure(kind, Integer.parseInt(arguments[i]), rounds, folder);
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        System.exit(0); // a server's thread would keep this from ending
    }

    private static void measure(DatabaseKind kind, int count, int rounds, Path folder) throws SQLException {
        Path own = folder.resolve(kind + "-" + count);
        ManyMigrations migrations = new ManyMigrations(count, own.resolve("files"));
        ManyMigrations warmUp = new ManyMigrations(50, own.resolve("warm-up"));
        warmUp.byHand(fresh(kind, own.resolve("warm-up-hand")));
        warmUp.byEngine(fresh(kind, own.resolve("warm-up-engine")));
        List<Duration> byHand = new ArrayList<>();
        List<Duration> byEngine = new ArrayList<>();
        List<Duration> nothing = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            byHand.add(migrations.byHand(fresh(kind, own.resolve("hand" + round))));
            TestDatabase database = fresh(kind, own.resolve("engine" + round));
            byEngine.add(migrations.byEngine(database));
            nothing.add(migrations.byEngine(database));
        }
        double ratio = (double) median(byEngine).toMillis() / median(byHand).toMillis();
        OUT.printf(
                "| %s | %,d | %.2f s | %.2f s | %.2f | %.2f s |%n",
                kind, count, seconds(median(byHand)), seconds(median(byEngine)), ratio, seconds(median(nothing)));
    }

    private static TestDatabase fresh(DatabaseKind kind, Path folder) {
        return kind.fresh(new TestPack(folder).folder());
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

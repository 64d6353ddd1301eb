package com.example.ignite;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program that migrates all the way, to be started in a process of its own; it ends with 0 when all is done. */
final class Runner {
    static final int MIGRATIONS = 10;

    private Runner() {}

    public static void main(String[] arguments) {
        try (Palindrome palindrome = Palindrome.on(arguments[0])
                .packs(pack())
                .lockTimeout(Duration.ofMinutes(1))
                .build()) {
            MigrationResult result = Direction.valueOf(arguments[1]) == Direction.FORWARDS
                    ? palindrome.forwards("shop")
                    : palindrome.backwards("shop", "all");
            System.out.println(result.message());
            result.problems().forEach(problem -> System.out.println(problem.message()));
            System.exit(result.success() ? 0 : 1);
        }
    }

    /** Each makes a table, and says so in a row that can be there only once. */
    private static Pack pack() {
        List<Migration> migrations = new ArrayList<>();
        migrations.add(Migration.id("00")
                .forwards("CREATE TABLE ran (number integer PRIMARY KEY)")
                .backwards("DROP TABLE ran")
                .build());
        for (int i = 1; i < MIGRATIONS; i++) {
            migrations.add(Migration.id("0" + i)
                    .forwards("CREATE TABLE made" + i + " (id integer PRIMARY KEY); INSERT INTO ran VALUES (" + i + ")")
                    .backwards("DELETE FROM ran WHERE number = " + i + "; DROP TABLE made" + i)
                    .build());
        }
        return new Pack("shop", migrations);
    }

    static Process start(String url, Direction direction) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Runner.class.getName(),
                        url,
                        direction.name())
                .redirectErrorStream(true)
                .start();
    }
}

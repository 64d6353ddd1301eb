package dev.palindrome.testkit;

import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Direction;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;

/** The program that {@link InterruptionContract} starts: runs {@link CrashApp} and dies at the given point. */
final class CrashProgram {
    static final int DIED = 42;

    private CrashProgram() {}

    /** Arguments are the URL, the direction, and how many points are reached before the last one. */
    public static void main(String[] arguments) {
        String url = arguments[0];
        Direction direction = Direction.valueOf(arguments[1]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
        DatabaseAdapter adapter = ServiceLoader.load(DatabaseAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.serves(url))
                .findFirst()
                .orElseThrow();
        try (Database database = new InterruptedDatabase(adapter.connect(DatabaseAddress.of(url)), () -> {
            if (left.getAndDecrement() == 0) {
                Runtime.getRuntime().halt(DIED);
            }
        })) {
            MigrationResult result = run(new Engine(CrashApp.apps(), adapter, database), direction);
            if (!result.success()) {
                throw new IllegalStateException(result.message());
            }
        }
    }

    static MigrationResult run(Engine engine, Direction direction) {
        return direction == Direction.FORWARDS
                ? engine.forwards(CrashApp.NAME, Target.ALL)
                : engine.backwards(CrashApp.NAME, Target.ALL);
    }
}

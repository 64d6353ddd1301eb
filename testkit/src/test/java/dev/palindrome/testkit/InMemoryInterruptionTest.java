package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Direction;
import java.util.concurrent.atomic.AtomicInteger;

/** A database in memory bears a runner's death as others do: its session is gone, and it reaches the database no more. */
final class InMemoryInterruptionTest extends InterruptionContract {

    InMemoryInterruptionTest() {
        super(new InMemoryTestDatabase());
    }

    @Override
    void die(DatabaseAddress address, Direction direction, int point) {
        AtomicInteger left = new AtomicInteger(point);
        Database mortal = new InterruptedDatabase(adapter().connect(address), () -> {
            if (left.getAndDecrement() == 0) {
                throw new Death();
            }
        });

        Throwable thrown =
                catchThrowable(() -> CrashProgram.run(new Engine(CrashApp.apps(), adapter(), mortal), direction));
        while (thrown != null && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).isInstanceOf(Death.class);
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}

package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.testkit.CrashContract;
import dev.palindrome.testkit.SharedAdapterContract;
import dev.palindrome.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contracts, and runners that are killed while the server is busy with their statement. */
abstract class MysqlAdapterContract extends SharedAdapterContract {
    MysqlAdapterContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Nested
    final class CrashesInTheMidstOfAStatement extends CrashContract {
        CrashesInTheMidstOfAStatement() {
            super(underTest());
        }

        @Override
        protected List<String> busyWith() {
            return List.of("SELECT SLEEP(120)");
        }
    }
}

package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import dev.palindrome.testkit.CrashContract;
import dev.palindrome.testkit.TestDatabase;
import java.util.EnumSet;
import java.util.Set;

/** A file belongs to one process: an adapter that says so keeps the contract by which others are refused. */
final class H2UnsharedTest extends CrashContract {

    H2UnsharedTest() {
        super(new InFilesAlone());
    }

    private static final class InFilesAlone implements TestDatabase {
        private final TestDatabase files = H2Databases.inFiles();

        @Override
        public DatabaseAdapter adapter() {
            return new Alone(files.adapter());
        }

        @Override
        public DatabaseAddress freshAddress() {
            return files.freshAddress();
        }
    }

    private record Alone(DatabaseAdapter h2) implements DatabaseAdapter {
        @Override
        public String name() {
            return "h2-unshared";
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.of(Capability.SCHEMAS);
        }

        @Override
        public boolean serves(String url) {
            return h2.serves(url);
        }

        @Override
        public Dialect dialect() {
            return h2.dialect();
        }

        @Override
        public Database connect(DatabaseAddress address) {
            return h2.connect(address);
        }
    }
}

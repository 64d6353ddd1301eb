package dev.palindrome.application.databases;

import java.nio.file.Path;
import java.util.Locale;

/** A kind of database that the engine is proved on. */
public enum DatabaseKind {
    POSTGRESQL {
        @Override
        TestDatabase at(Path file) {
            return new TestDatabase(PostgresqlServer.freshUrl(), Catalogue.POSTGRESQL);
        }
    },
    SQLITE {
        @Override
        TestDatabase at(Path file) {
            return new TestDatabase("jdbc:sqlite:" + file, Catalogue.SQLITE);
        }
    },
    H2 {
        @Override
        TestDatabase at(Path file) {
            return new TestDatabase("jdbc:h2:file:" + file, Catalogue.H2);
        }
    },
    MARIADB {
        @Override
        TestDatabase at(Path file) {
            return new TestDatabase(MariadbServer.freshUrl(), Catalogue.MARIADB);
        }
    };

    /**
     * Makes an empty database. One that lives in files makes them when somebody first writes.
     *
     * @param folder where files may be put; they are named {@code database…}
     */
    public TestDatabase fresh(Path folder) {
        return at(folder.resolve("database"));
    }

    /** {@return a name in quotes that means what it means as a plain one in lower case} */
    public String quoted(String name) {
        return switch (this) {
            case H2 -> '"' + name.toUpperCase(Locale.ROOT) + '"';
            case MARIADB -> '`' + name + '`';
            default -> '"' + name + '"';
        };
    }

    /** {@return whether a migration of tables is rolled back whole} */
    public boolean rollsBackDefinitions() {
        return this == POSTGRESQL || this == SQLITE;
    }

    abstract TestDatabase at(Path file);
}

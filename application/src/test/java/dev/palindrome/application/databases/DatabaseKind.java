package dev.palindrome.application.databases;

import java.nio.file.Path;

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
    };

    /**
     * Makes an empty database. One that lives in files makes them when somebody first writes.
     *
     * @param folder where files may be put; they are named {@code database…}
     */
    public TestDatabase fresh(Path folder) {
        return at(folder.resolve("database"));
    }

    abstract TestDatabase at(Path file);
}

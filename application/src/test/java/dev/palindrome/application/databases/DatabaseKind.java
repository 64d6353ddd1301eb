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
        /** It would write up to a second later what was committed, and a killed process leave the state of then. */
        @Override
        TestDatabase at(Path file) {
            return new TestDatabase("jdbc:h2:file:" + file + ";WRITE_DELAY=0", Catalogue.H2);
        }

        @Override
        public boolean holdsDefinitions() {
            return false;
        }
    },
    MARIADB {
        @Override
        TestDatabase at(Path file) {
            return new TestDatabase(MariadbServer.freshUrl(), Catalogue.MARIADB);
        }

        @Override
        public boolean holdsDefinitions() {
            return false;
        }

        @Override
        public boolean dropsIndexesOfTables() {
            return true;
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

    /** {@return a database that is there already, or is to be made when somebody first writes} */
    public TestDatabase known(String url) {
        return new TestDatabase(url, Catalogue.valueOf(name()));
    }

    /** {@return a name in quotes that means what it means as a plain one in lower case} */
    public String quoted(String name) {
        return switch (this) {
            case H2 -> '"' + name.toUpperCase(Locale.ROOT) + '"';
            case MARIADB -> '`' + name + '`';
            default -> '"' + name + '"';
        };
    }

    /** {@return whether a transaction holds definitions} */
    public boolean holdsDefinitions() {
        return true;
    }

    /** {@return whether a DROP INDEX there names the table, too} */
    public boolean dropsIndexesOfTables() {
        return false;
    }

    /** {@return the statement that drops an index} */
    public String dropIndex(String index, String table) {
        return "DROP INDEX " + index + (dropsIndexesOfTables() ? " ON " + table : "");
    }

    abstract TestDatabase at(Path file);
}

package dev.palindrome.spi.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table.
 *
 * @param name its name; empty where the database keeps none
 * @param kind what it is
 * @param columns the columns of its table that it involves, in order
 * @param definition what follows the name in SQL: {@code UNIQUE ("a", "b")}, {@code CHECK (a > 0)}
 * @param comment its comment
 * @since 0.1
 */
public record Constraint(String name, Kind kind, List<String> columns, String definition, Optional<String> comment) {

    /**
     * Guards the record.
     *
     * @param name its name
     * @param kind what it is
     * @param columns copied
     * @param definition what follows the name
     * @param comment its comment
     */
    public Constraint {
        columns = List.copyOf(columns);
    }

    /** {@return whether no two rows may be alike in its columns} */
    public boolean isKey() {
        return kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE;
    }

    /**
     * What a constraint is.
     *
     * @since 0.1
     */
    public enum Kind {
        /** The primary key, at most one in a table. */
        PRIMARY_KEY("primary key"),
        /** A unique key. */
        UNIQUE("unique key"),
        /** A foreign key. */
        FOREIGN_KEY("foreign key"),
        /** A check. */
        CHECK("check"),
        /** One that only this database has, such as PostgreSQL's EXCLUDE. */
        OTHER("constraint");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** {@return it in words} */
        public String words() {
            return words;
        }
    }
}

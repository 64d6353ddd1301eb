package dev.palindrome.domain.sql;

import dev.palindrome.spi.catalogue.ObjectName;

/**
 * One thing that happens to a table and may cost data.
 *
 * @param kind what happens
 * @param table to which table; for a dropped schema, a table of which only the schema counts
 * @param what the column, the condition or the statement that it is about; empty if it is about the whole
 * @param to the new name; empty if there is none
 */
public record TableChange(Kind kind, ObjectName table, String what, String to) {

    /** {@return a change of a table as a whole} */
    public static TableChange of(Kind kind, ObjectName table) {
        return new TableChange(kind, table, "", "");
    }

    /** {@return a change of a part of a table} */
    public static TableChange of(Kind kind, ObjectName table, String what) {
        return new TableChange(kind, table, what, "");
    }

    /** {@return something that may do anything} */
    public static TableChange unclear(String what) {
        return of(Kind.UNCLEAR, ObjectName.of(""), what);
    }

    /** What happens. */
    public enum Kind {
        DROPPED,
        /** It gets another name; {@link #to} has no schema. */
        RENAMED,
        SCHEMA_DROPPED,
        COLUMN_DROPPED,
        COLUMN_RENAMED,
        /** Rows go: those that meet the condition, or all. */
        ROWS_DELETED,
        /** Rows go, and nobody can tell which. */
        SOME_ROWS_DELETED,
        /** The words don't tell. */
        UNCLEAR
    }
}

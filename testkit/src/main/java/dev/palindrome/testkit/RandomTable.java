package dev.palindrome.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a random sequence has to know of a table. */
final class RandomTable {
    String name;
    final List<RandomColumn> columns = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    int rows;

    /** How many views look at it: most databases then leave its columns alone. */
    int views;

    /** Whether a reversal will refer to its rows again. */
    boolean isAwaited;

    RandomTable(String name) {
        this.name = name;
    }

    /** What a constraint or an index is. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        INDEX,
        UNIQUE_INDEX
    }

    /**
     * A constraint or index.
     *
     * @param kind what it is
     * @param name its name; empty for a primary key
     * @param columns what it involves
     * @param target what a foreign key refers to
     * @param targetColumns the columns there
     */
    record Part(
            Kind kind,
            String name,
            List<RandomColumn> columns,
            Optional<RandomTable> target,
            List<RandomColumn> targetColumns) {

        static Part of(Kind kind, String name, List<RandomColumn> columns) {
            return new Part(kind, name, List.copyOf(columns), Optional.empty(), List.of());
        }

        boolean isUnique() {
            return kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE || kind == Kind.UNIQUE_INDEX;
        }
    }

    Stream<Part> parts(Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind);
    }

    Stream<Part> partsOf(RandomColumn column) {
        return parts.stream().filter(part -> part.columns().contains(column));
    }

    boolean has(Kind kind, List<RandomColumn> of) {
        return parts(kind).anyMatch(part -> part.columns().equals(of));
    }

    Optional<Part> primaryKey() {
        return parts(Kind.PRIMARY_KEY).findFirst();
    }

    List<String> names(List<RandomColumn> of) {
        return of.stream().map(column -> column.name).toList();
    }
}

package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Constraint.Kind;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the constraints of tables. */
final class H2Constraints {
    private static final String CONSTRAINTS = "SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME,"
            + " CONSTRAINT_TYPE, NULLS_DISTINCT, REMARKS FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS";
    private static final String CHECKS =
            "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS";
    private static final String CHECKED = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME,"
            + " COLUMN_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE";
    private static final String RULES = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA,"
            + " UNIQUE_CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS";
    private static final String KEYS = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME,"
            + " COLUMN_NAME, ORDINAL_POSITION, POSITION_IN_UNIQUE_CONSTRAINT FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE";
    static final Comparator<Constraint> ORDER = Comparator.comparing(Constraint::kind)
            .thenComparing(Constraint::name)
            .thenComparing(Constraint::definition);

    private final Dialect dialect;
    private final H2Names names;
    private final Map<H2Key, List<Row>> rows;
    private final Map<H2Key, List<Row>> checks;
    private final Map<H2Key, List<Row>> checked;
    private final Map<H2Key, List<Row>> rules;
    private final Map<H2Key, List<Row>> keys;

    H2Constraints(Dialect dialect, H2Scope scope) {
        this.dialect = dialect;
        this.names = scope.names();
        this.rows = scope.ask(CONSTRAINTS, "TABLE", "CONSTRAINT_NAME");
        Set<String> own = values(rows, "CONSTRAINT_NAME");
        this.checks = named(scope, CHECKS, own);
        this.checked = named(scope, CHECKED, own);
        this.rules = named(scope, RULES, own);
        Set<String> withTargets = new TreeSet<>(own);
        withTargets.addAll(values(rules, "UNIQUE_CONSTRAINT_NAME"));
        this.keys = named(scope, KEYS, withTargets);
    }

    private static Set<String> values(Map<H2Key, List<Row>> rows, String column) {
        return rows.values().stream()
                .flatMap(List::stream)
                .map(row -> H2Scope.text(row, column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Not all of these say of which table they are. */
    private static Map<H2Key, List<Row>> named(H2Scope scope, String query, Set<String> constraints) {
        if (scope.only().isEmpty()) {
            return byConstraint(scope.database().query(query));
        }
        if (constraints.isEmpty()) {
            return Map.of();
        }
        String marks = String.join(", ", Collections.nCopies(constraints.size(), "?"));
        return byConstraint(
                scope.database().query(query + " WHERE CONSTRAINT_NAME IN (" + marks + ")", constraints.toArray()));
    }

    private static Map<H2Key, List<Row>> byConstraint(List<Row> rows) {
        return H2Scope.grouped(rows, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
    }

    List<Constraint> of(H2Key table) {
        return rows.getOrDefault(table, List.of()).stream()
                .map(this::constraint)
                .sorted(ORDER)
                .toList();
    }

    private Constraint constraint(Row row) {
        String name = H2Scope.text(row, "CONSTRAINT_NAME");
        H2Key key = new H2Key(H2Scope.text(row, "CONSTRAINT_SCHEMA"), name);
        Kind kind = kind(H2Scope.text(row, "CONSTRAINT_TYPE"));
        List<String> columns =
                kind == Kind.CHECK ? columns(checked.getOrDefault(key, List.of())) : columns(keyColumns(key));
        return new Constraint(
                names.written(name), kind, columns, definition(key, kind, columns, row), row.text("REMARKS"));
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "PRIMARY KEY" -> Kind.PRIMARY_KEY;
            case "UNIQUE" -> Kind.UNIQUE;
            case "FOREIGN KEY" -> Kind.FOREIGN_KEY;
            default -> Kind.CHECK;
        };
    }

    private String definition(H2Key key, Kind kind, List<String> columns, Row row) {
        String listed = "(" + dialect.names(columns) + ")";
        return switch (kind) {
            case PRIMARY_KEY -> "PRIMARY KEY " + listed;
            case UNIQUE -> "UNIQUE " + nulls(row) + listed;
            case FOREIGN_KEY -> "FOREIGN KEY " + listed + " " + references(key);
            default -> "CHECK (" + H2Scope.text(first(checks, key), "CHECK_CLAUSE") + ")";
        };
    }

    /** How unique keys and indexes take nulls, if not as H2 does by itself. */
    static String nulls(Row row) {
        String distinct = row.text("NULLS_DISTINCT").orElse("YES");
        return distinct.equals("YES") ? "" : distinct.equals("NO") ? "NULLS NOT DISTINCT " : "NULLS ALL DISTINCT ";
    }

    private String references(H2Key key) {
        Row rule = first(rules, key);
        List<Row> target = keyColumns(new H2Key(
                H2Scope.text(rule, "UNIQUE_CONSTRAINT_SCHEMA"), H2Scope.text(rule, "UNIQUE_CONSTRAINT_NAME")));
        List<Row> ordered = keyColumns(key).stream()
                .map(own -> target.get(
                        (int) own.number("POSITION_IN_UNIQUE_CONSTRAINT").orElse(1) - 1))
                .toList();
        Row first = target.get(0);
        return "REFERENCES "
                + dialect.name(names.written(H2Scope.text(first, "TABLE_SCHEMA"), H2Scope.text(first, "TABLE_NAME")))
                + " (" + dialect.names(columns(ordered)) + ")"
                + action(" ON DELETE ", H2Scope.text(rule, "DELETE_RULE"))
                + action(" ON UPDATE ", H2Scope.text(rule, "UPDATE_RULE"));
    }

    private static Row first(Map<H2Key, List<Row>> rows, H2Key key) {
        List<Row> found = rows.get(key);
        if (found == null) {
            throw new IllegalStateException("H2 knows half of the constraint '" + key.name() + "'");
        }
        return found.get(0);
    }

    private static String action(String words, String rule) {
        return rule.equals("NO ACTION") ? "" : words + rule;
    }

    private List<Row> keyColumns(H2Key key) {
        return keys.getOrDefault(key, List.of()).stream()
                .sorted(Comparator.comparing(
                        row -> row.number("ORDINAL_POSITION").orElse(0)))
                .toList();
    }

    private List<String> columns(List<Row> rows) {
        return rows.stream()
                .map(row -> names.written(H2Scope.text(row, "COLUMN_NAME")))
                .collect(Collectors.toList());
    }
}

package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Constraint.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the constraints of tables. */
final class H2Constraints {
    private static final String CONSTRAINTS = "SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME,"
            + " CONSTRAINT_TYPE, INDEX_SCHEMA, INDEX_NAME, NULLS_DISTINCT, REMARKS"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS";
    private static final String CHECKS =
            "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS";
    private static final String CHECKED = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME,"
            + " COLUMN_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE";
    private static final String RULES = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA,"
            + " UNIQUE_CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS";
    static final Comparator<Constraint> ORDER = Comparator.comparing(Constraint::kind)
            .thenComparing(Constraint::name)
            .thenComparing(Constraint::definition);

    private final Dialect dialect;
    private final H2Names names;
    private final Map<H2Key, List<Row>> rows;
    private final Map<H2Key, List<Row>> checks;
    private final Map<H2Key, List<Row>> checked;
    private final Map<H2Key, List<Row>> rules;
    private final H2KeyColumns keys;

    H2Constraints(Dialect dialect, H2Scope scope, H2IndexColumns indexColumns) {
        this.dialect = dialect;
        this.names = scope.names();
        this.rows = scope.ask(CONSTRAINTS, "TABLE", "CONSTRAINT_NAME");
        Set<String> conditions = named(Kind.CHECK);
        this.checks = read(scope, CHECKS, conditions);
        this.checked = read(scope, CHECKED, conditions);
        this.rules = read(scope, RULES, named(Kind.FOREIGN_KEY));
        this.keys = new H2KeyColumns(
                scope, indexColumns, rows.values(), H2Scope.values(rules.values(), "UNIQUE_CONSTRAINT_NAME"));
    }

    private Set<String> named(Kind kind) {
        return rows.values().stream()
                .flatMap(List::stream)
                .filter(row -> kind(H2Scope.text(row, "CONSTRAINT_TYPE")) == kind)
                .map(row -> H2Scope.text(row, "CONSTRAINT_NAME"))
                .collect(Collectors.toSet());
    }

    /** Not all of these say of which table they are. */
    private static Map<H2Key, List<Row>> read(H2Scope scope, String query, Set<String> constraints) {
        return H2Scope.grouped(
                scope.named(query, "CONSTRAINT_NAME", constraints), "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
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
        List<String> columns = kind == Kind.CHECK
                ? checked.getOrDefault(key, List.of()).stream()
                        .map(checkedRow -> names.written(H2Scope.text(checkedRow, "COLUMN_NAME")))
                        .sorted()
                        .toList()
                : written(keys.of(key));
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
        H2Key target =
                new H2Key(H2Scope.text(rule, "UNIQUE_CONSTRAINT_SCHEMA"), H2Scope.text(rule, "UNIQUE_CONSTRAINT_NAME"));
        H2Key table = keys.tableOf(target);
        return "REFERENCES " + dialect.name(names.written(table.schema(), table.name()))
                + " (" + dialect.names(written(keys.referredToBy(key, target))) + ")"
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

    private List<String> written(List<String> actual) {
        return actual.stream().map(names::written).toList();
    }
}

package com.example.hsqldb;

import static java.util.stream.Collectors.joining;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.OtherObject;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Sequence;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.catalogue.View;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the information schema says at one moment. It is read whole, which is simple, and quick enough for small databases. */
final class HsqldbCatalogue {
    /** What HSQLDB calls a constraint without a name. */
    private static final String MADE_UP = "SYS_[A-Z]+_[0-9]+";

    private static final Map<String, Constraint.Kind> KINDS = Map.of(
            "PRIMARY KEY", Constraint.Kind.PRIMARY_KEY,
            "UNIQUE", Constraint.Kind.UNIQUE,
            "FOREIGN KEY", Constraint.Kind.FOREIGN_KEY,
            "CHECK", Constraint.Kind.CHECK);

    private final Dialect dialect;
    private final StatementRunner database;
    private final Optional<ObjectName> asked;
    private final String ownSchema;
    private final Map<String, List<Row>> columns;
    private final Map<String, List<Row>> constraints;
    private final Map<String, List<Row>> keyColumns;
    private final Map<String, List<Row>> checkColumns;
    private final Map<String, List<Row>> indexes;
    private final Map<String, List<Row>> triggers;

    /** Reads what there is. If an object was asked for, names that HSQLDB made up are left as they are. */
    HsqldbCatalogue(Dialect dialect, StatementRunner database, Optional<ObjectName> asked) {
        this.dialect = dialect;
        this.database = database;
        this.asked = asked;
        this.ownSchema = text(database.query("VALUES (CURRENT_SCHEMA)").get(0), "c1");
        this.columns = grouped("SELECT c.table_schema AS s, c.table_name AS n, c.*, d.remarks FROM"
                + " INFORMATION_SCHEMA.COLUMNS c JOIN INFORMATION_SCHEMA.SYSTEM_COLUMNS d ON d.table_schem = c.table_schema"
                + " AND d.table_name = c.table_name AND d.column_name = c.column_name WHERE c.table_schema NOT IN ('INFORMATION_SCHEMA', 'SYSTEM_LOBS')"
                + " ORDER BY c.ordinal_position");
        this.constraints = grouped("SELECT t.table_schema AS s, t.table_name AS n, t.*, c.check_clause,"
                + " r.unique_constraint_schema, r.unique_constraint_name, r.update_rule, r.delete_rule"
                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS t"
                + " LEFT JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS c ON c.constraint_schema = t.constraint_schema"
                + " AND c.constraint_name = t.constraint_name"
                + " LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r ON r.constraint_schema = t.constraint_schema"
                + " AND r.constraint_name = t.constraint_name");
        this.keyColumns = grouped("SELECT constraint_schema AS s, constraint_name AS n, k.*"
                + " FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k ORDER BY ordinal_position");
        this.checkColumns = grouped("SELECT constraint_schema AS s, constraint_name AS n, k.*"
                + " FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE k ORDER BY column_name");
        this.indexes =
                grouped("SELECT table_schem AS s, table_name AS n, i.* FROM INFORMATION_SCHEMA.SYSTEM_INDEXINFO i"
                        + " WHERE index_name NOT LIKE 'SYS\\_%' ESCAPE '\\' AND NOT EXISTS (SELECT 1 FROM"
                        + " INFORMATION_SCHEMA.TABLE_CONSTRAINTS t WHERE t.table_schema = table_schem"
                        + " AND t.constraint_name = index_name) ORDER BY index_name, ordinal_position");
        this.triggers = grouped("SELECT event_object_schema AS s, event_object_table AS n, t.*"
                + " FROM INFORMATION_SCHEMA.TRIGGERS t ORDER BY trigger_name");
    }

    private Map<String, List<Row>> grouped(String query) {
        Map<String, List<Row>> groups = new TreeMap<>();
        for (Row row : database.query(query)) {
            groups.computeIfAbsent(key(text(row, "s"), text(row, "n")), k -> new java.util.ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    private static String key(String schema, String name) {
        return schema + '\0' + name;
    }

    private static String text(Row row, String column) {
        return row.text(column).orElse("");
    }

    private static String written(Row row, String column) {
        return HsqldbDialect.FOLDING.written(text(row, column));
    }

    private ObjectName named(String schema, String name) {
        Optional<ObjectName> wanted = asked.filter(
                a -> HsqldbDialect.FOLDING.actual(a.schema().orElse(ownSchema)).equals(schema)
                        && HsqldbDialect.FOLDING.actual(a.name()).equals(name));
        return wanted.orElseGet(() -> new ObjectName(
                Optional.of(schema).filter(s -> !s.equals(ownSchema)).map(HsqldbDialect.FOLDING::written),
                HsqldbDialect.FOLDING.written(name)));
    }

    Stream<SchemaObject> objects() {
        return Stream.of(
                        database
                                .query("SELECT t.table_schem AS s, t.table_name AS n, t.*, v.view_definition"
                                        + " FROM INFORMATION_SCHEMA.SYSTEM_TABLES t LEFT JOIN INFORMATION_SCHEMA.VIEWS v"
                                        + " ON v.table_schema = t.table_schem AND v.table_name = t.table_name"
                                        + " WHERE t.table_schem NOT IN ('INFORMATION_SCHEMA', 'SYSTEM_LOBS')")
                                .stream()
                                .map(this::tableOrView),
                        database
                                .query(
                                        "SELECT * FROM INFORMATION_SCHEMA.SEQUENCES WHERE sequence_schema <> 'SYSTEM_LOBS'")
                                .stream()
                                .map(this::sequence),
                        database
                                .query(
                                        "SELECT 'schema' AS kind, schema_name AS s, schema_name AS n, '' AS d"
                                                + " FROM INFORMATION_SCHEMA.SCHEMATA WHERE schema_name NOT IN"
                                                + " ('INFORMATION_SCHEMA', 'SYSTEM_LOBS', 'PUBLIC') UNION ALL"
                                                + " SELECT 'routine', routine_schema, specific_name, routine_definition"
                                                + " FROM INFORMATION_SCHEMA.ROUTINES WHERE routine_schema <> 'SYSTEM_LOBS' UNION ALL"
                                                + " SELECT 'domain', domain_schema, domain_name, dtd_identifier"
                                                + " FROM INFORMATION_SCHEMA.DOMAINS WHERE domain_schema <> 'INFORMATION_SCHEMA'")
                                .stream()
                                .map(this::other))
                .flatMap(found -> found);
    }

    private SchemaObject tableOrView(Row row) {
        String key = key(text(row, "s"), text(row, "n"));
        ObjectName name = named(text(row, "s"), text(row, "n"));
        List<Column> parts =
                columns.getOrDefault(key, List.of()).stream().map(this::column).toList();
        Optional<String> comment = row.text("remarks").filter(text -> !text.isEmpty());
        if (row.text("view_definition").isPresent()) {
            String listed = dialect.names(parts.stream().map(Column::name).toList());
            String definition =
                    "CREATE VIEW " + dialect.name(name) + " (" + listed + ") AS " + text(row, "view_definition");
            return new View(name, definition, comment, List.of());
        }
        List<Constraint> kept = constraints.getOrDefault(key, List.of()).stream()
                .filter(constraint -> !isNotNull(constraint))
                .map(this::constraint)
                .sorted(Comparator.comparing(Constraint::kind)
                        .thenComparing(Constraint::name)
                        .thenComparing(Constraint::definition))
                .toList();
        Map<String, List<Row>> byIndex = new TreeMap<>();
        indexes.getOrDefault(key, List.of())
                .forEach(part -> byIndex.computeIfAbsent(text(part, "index_name"), k -> new java.util.ArrayList<>())
                        .add(part));
        List<String> peculiarities = triggers.getOrDefault(key, List.of()).stream()
                .map(trigger -> "it has the trigger '" + written(trigger, "trigger_name") + "'")
                .toList();
        return new Table(
                name,
                parts,
                kept,
                byIndex.values().stream().map(index -> index(name, index)).toList(),
                List.of(),
                "",
                comment,
                peculiarities);
    }

    private Column column(Row row) {
        Optional<String> generated = Optional.empty();
        if (text(row, "is_identity").equals("YES")) {
            generated = Optional.of("GENERATED " + text(row, "identity_generation") + " AS IDENTITY (START WITH "
                    + text(row, "identity_start") + " INCREMENT BY " + text(row, "identity_increment") + ")");
        } else if (text(row, "is_generated").equals("ALWAYS")) {
            generated = Optional.of("GENERATED ALWAYS AS (" + text(row, "generation_expression") + ")");
        }
        return new Column(
                written(row, "column_name"),
                row.text("domain_name")
                        .map(domain -> dialect.name(named(text(row, "domain_schema"), domain)))
                        .orElseGet(() -> text(row, "dtd_identifier")),
                text(row, "is_nullable").equals("YES"),
                row.text("column_default"),
                row.text("collation_name").filter(collation -> !collation.equals("SQL_TEXT")),
                generated,
                row.text("remarks").filter(text -> !text.isEmpty()));
    }

    /** NOT NULL is listed as a check as well. */
    private static boolean isNotNull(Row constraint) {
        return text(constraint, "constraint_name").matches(MADE_UP)
                && text(constraint, "check_clause").endsWith(" IS NOT NULL");
    }

    private Constraint constraint(Row row) {
        Constraint.Kind kind = KINDS.getOrDefault(text(row, "constraint_type"), Constraint.Kind.OTHER);
        String key = key(text(row, "constraint_schema"), text(row, "constraint_name"));
        List<Row> involved = (kind == Constraint.Kind.CHECK ? checkColumns : keyColumns).getOrDefault(key, List.of());
        List<String> names =
                involved.stream().map(part -> written(part, "column_name")).toList();
        String definition = kind == Constraint.Kind.CHECK
                ? "CHECK (" + text(row, "check_clause") + ")"
                : text(row, "constraint_type") + " (" + dialect.names(names) + ")"
                        + (kind == Constraint.Kind.FOREIGN_KEY ? references(row, involved) : "");
        boolean hides = asked.isEmpty() && text(row, "constraint_name").matches(MADE_UP);
        return new Constraint(
                hides ? "unnamed " + definition : written(row, "constraint_name"),
                kind,
                names,
                definition,
                Optional.empty());
    }

    private String references(Row row, List<Row> referring) {
        List<Row> unique = keyColumns.getOrDefault(
                key(text(row, "unique_constraint_schema"), text(row, "unique_constraint_name")), List.of());
        return " REFERENCES "
                + dialect.name(named(text(unique.get(0), "table_schema"), text(unique.get(0), "table_name")))
                + referring.stream()
                        .map(part -> (int) part.number("position_in_unique_constraint")
                                        .orElseThrow()
                                - 1)
                        .map(position -> dialect.name(written(unique.get(position), "column_name")))
                        .collect(joining(", ", " (", ")"))
                + action(" ON DELETE ", text(row, "delete_rule"))
                + action(" ON UPDATE ", text(row, "update_rule"));
    }

    private static String action(String words, String rule) {
        return rule.equals("NO ACTION") ? "" : words + rule;
    }

    private Index index(ObjectName table, List<Row> parts) {
        List<String> names =
                parts.stream().map(part -> written(part, "column_name")).toList();
        String name = written(parts.get(0), "index_name");
        boolean isUnique = !parts.get(0).flag("non_unique").orElseThrow();
        String definition = "CREATE " + (isUnique ? "UNIQUE " : "") + "INDEX " + dialect.name(name) + " ON "
                + dialect.name(table) + " (" + dialect.names(names) + ")";
        return new Index(name, names, definition, Optional.empty());
    }

    private SchemaObject sequence(Row row) {
        ObjectName name = named(text(row, "sequence_schema"), text(row, "sequence_name"));
        String definition = "CREATE SEQUENCE " + dialect.name(name) + " AS " + text(row, "data_type") + " START WITH "
                + text(row, "start_with") + " INCREMENT BY " + text(row, "increment");
        return new Sequence(name, definition, Optional.empty(), List.of());
    }

    private SchemaObject other(Row row) {
        boolean isSchema = text(row, "kind").equals("schema");
        ObjectName name = named(isSchema ? ownSchema : text(row, "s"), text(row, "n"));
        return new OtherObject(name, text(row, "kind"), text(row, "d"));
    }
}

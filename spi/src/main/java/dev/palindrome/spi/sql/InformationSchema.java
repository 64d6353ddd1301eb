package dev.palindrome.spi.sql;

import static java.util.stream.Collectors.joining;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Folding;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.OtherObject;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Sequence;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.catalogue.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an information schema says at one moment, for one {@link InformationSchemaInspector#all} or {@code find}. */
final class InformationSchema {
    private static final Map<String, Constraint.Kind> KINDS = Map.of(
            "PRIMARY KEY", Constraint.Kind.PRIMARY_KEY,
            "UNIQUE", Constraint.Kind.UNIQUE,
            "FOREIGN KEY", Constraint.Kind.FOREIGN_KEY,
            "CHECK", Constraint.Kind.CHECK);

    private final InformationSchemaInspector inspector;
    private final Dialect dialect;
    private final Folding folding;
    private final StatementRunner database;
    private final Optional<ObjectName> asked;
    private final String ownSchema;
    private final Map<Key, List<Row>> columns;
    private final Map<Key, List<Row>> constraints;
    private final Map<Key, List<Row>> checks;
    private final Map<Key, List<Row>> references;
    private final Map<Key, List<Row>> keyColumns;
    private final Map<Key, List<Row>> checkColumns;
    private final Map<Key, List<Row>> indexes;
    private final Map<Key, List<Row>> triggers;
    private final Map<Key, List<Row>> comments;

    /** Reads what there is. If an object was asked for, names that the database made up are left as they are. */
    InformationSchema(InformationSchemaInspector inspector, StatementRunner database, Optional<ObjectName> asked) {
        this.inspector = inspector;
        this.dialect = inspector.dialect();
        this.folding = inspector.folding();
        this.database = database;
        this.asked = asked;
        this.ownSchema = text(
                database.query("SELECT DISTINCT CURRENT_SCHEMA AS name FROM INFORMATION_SCHEMA.SCHEMATA")
                        .get(0),
                "name");
        this.columns = read("COLUMNS", "TABLE", "ordinal_position");
        this.constraints = read("TABLE_CONSTRAINTS", "TABLE", "constraint_name");
        this.checks = read("CHECK_CONSTRAINTS", "CONSTRAINT", "constraint_name");
        this.references = read("REFERENTIAL_CONSTRAINTS", "CONSTRAINT", "constraint_name");
        this.keyColumns = read("KEY_COLUMN_USAGE", "CONSTRAINT", "ordinal_position");
        this.checkColumns = read("CONSTRAINT_COLUMN_USAGE", "CONSTRAINT", "column_name");
        this.triggers = read("TRIGGERS", "EVENT_OBJECT", "trigger_name");
        this.indexes = grouped(database.query(inspector.indexes()), "TABLE");
        this.comments = inspector
                .comments()
                .map(query -> grouped(database.query(query), "TABLE"))
                .orElse(Map.of());
    }

    private Map<Key, List<Row>> read(String view, String subject, String order) {
        return grouped(ask("SELECT * FROM INFORMATION_SCHEMA." + view, subject + "_schema", order), subject);
    }

    private static Map<Key, List<Row>> grouped(List<Row> rows, String subject) {
        String name = subject.equals("EVENT_OBJECT") ? "EVENT_OBJECT_TABLE" : subject + "_NAME";
        Map<Key, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(Key.of(row, subject + "_SCHEMA", name), key -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    private record Key(String schema, String name) {
        static Key of(Row row, String schema, String name) {
            return new Key(text(row, schema), text(row, name));
        }
    }

    private static String text(Row row, String column) {
        return row.text(column).orElse("");
    }

    private String written(Row row, String column) {
        return folding.written(text(row, column));
    }

    private List<String> writtenColumns(List<Row> rows) {
        return rows.stream().map(row -> written(row, "column_name")).toList();
    }

    private ObjectName named(Key key) {
        Optional<ObjectName> wanted =
                asked.filter(name -> folding.actual(name.name()).equals(key.name())
                        && name.schema().map(folding::actual).orElse(ownSchema).equals(key.schema()));
        return wanted.orElseGet(() -> new ObjectName(
                Optional.of(key.schema())
                        .filter(schema -> !schema.equals(ownSchema))
                        .map(folding::written),
                folding.written(key.name())));
    }

    Stream<SchemaObject> objects() {
        return Stream.of(
                        each("TABLES", "table", row -> row)
                                .filter(row -> !text(row, "table_type").equals("VIEW"))
                                .map(this::table),
                        each("VIEWS", "table", this::view),
                        each("SEQUENCES", "sequence", this::sequence),
                        ask("SELECT * FROM INFORMATION_SCHEMA.SCHEMATA", "schema_name", "schema_name").stream()
                                .filter(row -> !text(row, "schema_name").equals(ownSchema))
                                .map(row -> new OtherObject(ObjectName.of(written(row, "schema_name")), "schema", "")),
                        inspector.others().stream()
                                .flatMap(query -> ask(query, "object_schema", "object_name").stream())
                                .map(this::other))
                .flatMap(found -> found);
    }

    /** Without what is the database's own, which is most. */
    private List<Row> ask(String query, String schema, String order) {
        String own = inspector.systemSchemas().stream().map(dialect::literal).collect(joining(", "));
        return database.query(
                "SELECT * FROM (" + query + ") found WHERE " + schema + " NOT IN (" + own + ") ORDER BY " + order);
    }

    private <T> Stream<T> each(String view, String subject, Function<Row, T> object) {
        return ask("SELECT * FROM INFORMATION_SCHEMA." + view, subject + "_schema", subject + "_name").stream()
                .map(object);
    }

    private SchemaObject view(Row row) {
        Key key = Key.of(row, "table_schema", "table_name");
        ObjectName name = named(key);
        String listed = dialect.names(writtenColumns(columns.getOrDefault(key, List.of())));
        String definition =
                "CREATE VIEW " + dialect.name(name) + " (" + listed + ") AS " + text(row, "view_definition");
        return new View(name, definition, comment(key, Optional.empty()), List.of());
    }

    private SchemaObject table(Row row) {
        Key key = Key.of(row, "table_schema", "table_name");
        ObjectName name = named(key);
        Map<String, List<Row>> byIndex = new LinkedHashMap<>();
        indexes.getOrDefault(key, List.of())
                .forEach(part -> byIndex.computeIfAbsent(text(part, "index_name"), index -> new ArrayList<>())
                        .add(part));
        return new Table(
                name,
                columns.getOrDefault(key, List.of()).stream()
                        .map(column -> column(key, column))
                        .toList(),
                constraints.getOrDefault(key, List.of()).stream()
                        .filter(constraint -> !isNotNull(constraint))
                        .map(this::constraint)
                        .sorted(Comparator.comparing(Constraint::kind)
                                .thenComparing(Constraint::name)
                                .thenComparing(Constraint::definition))
                        .toList(),
                byIndex.values().stream().map(parts -> index(name, parts)).toList(),
                List.of(),
                "",
                comment(key, Optional.empty()),
                triggers.getOrDefault(key, List.of()).stream()
                        .map(trigger -> "it has the trigger '" + written(trigger, "trigger_name") + "'")
                        .distinct()
                        .toList());
    }

    private Optional<String> comment(Key table, Optional<String> column) {
        return comments.getOrDefault(table, List.of()).stream()
                .filter(row -> row.text("column_name").equals(column))
                .flatMap(row -> row.text("remarks").stream())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private Column column(Key table, Row row) {
        return new Column(
                written(row, "column_name"),
                row.text("domain_name")
                        .map(domain -> dialect.name(named(new Key(text(row, "domain_schema"), domain))))
                        .orElseGet(() -> inspector.type(row)),
                text(row, "is_nullable").equals("YES"),
                row.text("column_default"),
                inspector.collation(row),
                generated(row),
                comment(table, row.text("column_name")));
    }

    private static Optional<String> generated(Row row) {
        if (text(row, "is_identity").equals("YES")) {
            return Optional.of("GENERATED " + text(row, "identity_generation") + " AS IDENTITY (START WITH "
                    + text(row, "identity_start") + " INCREMENT BY " + text(row, "identity_increment") + ")");
        }
        return text(row, "is_generated").equals("ALWAYS")
                ? Optional.of("GENERATED ALWAYS AS (" + text(row, "generation_expression") + ")")
                : Optional.empty();
    }

    /** Some databases list NOT NULL as a check as well. */
    private boolean isNotNull(Row constraint) {
        return inspector.isMadeUp(text(constraint, "constraint_name"))
                && clause(constraint).endsWith(" IS NOT NULL");
    }

    private String clause(Row constraint) {
        return checks.getOrDefault(Key.of(constraint, "constraint_schema", "constraint_name"), List.of()).stream()
                .map(check -> text(check, "check_clause"))
                .collect(joining());
    }

    private Constraint constraint(Row row) {
        Key key = Key.of(row, "constraint_schema", "constraint_name");
        Constraint.Kind kind = KINDS.getOrDefault(text(row, "constraint_type"), Constraint.Kind.OTHER);
        boolean isCheck = kind == Constraint.Kind.CHECK;
        List<Row> involved = (isCheck ? checkColumns : keyColumns).getOrDefault(key, List.of());
        List<String> names = writtenColumns(involved);
        String definition = isCheck
                ? "CHECK (" + clause(row) + ")"
                : text(row, "constraint_type") + " (" + dialect.names(names) + ")" + references(key, involved);
        boolean hides = asked.isEmpty() && inspector.isMadeUp(key.name());
        String name = hides ? "unnamed " + definition : folding.written(key.name());
        return new Constraint(name, kind, names, definition, Optional.empty());
    }

    private String references(Key key, List<Row> referring) {
        return references.getOrDefault(key, List.of()).stream()
                .map(row -> {
                    List<Row> unique = keyColumns.getOrDefault(
                            Key.of(row, "unique_constraint_schema", "unique_constraint_name"), List.of());
                    List<String> columns = referring.stream()
                            .map(part -> (int) part.number("position_in_unique_constraint")
                                            .orElse(1)
                                    - 1)
                            .map(position -> written(unique.get(position), "column_name"))
                            .toList();
                    return " REFERENCES " + dialect.name(named(Key.of(unique.get(0), "table_schema", "table_name")))
                            + " (" + dialect.names(columns) + ")"
                            + action(" ON DELETE ", text(row, "delete_rule"))
                            + action(" ON UPDATE ", text(row, "update_rule"));
                })
                .collect(joining());
    }

    private static String action(String words, String rule) {
        return rule.equals("NO ACTION") ? "" : words + rule;
    }

    private Index index(ObjectName table, List<Row> parts) {
        List<String> names = writtenColumns(parts);
        String name = written(parts.get(0), "index_name");
        boolean isUnique = parts.get(0).flag("is_unique").orElse(false);
        String definition = "CREATE " + (isUnique ? "UNIQUE " : "") + "INDEX " + dialect.name(name) + " ON "
                + dialect.name(table) + " (" + dialect.names(names) + ")";
        return new Index(name, names, definition, Optional.empty());
    }

    private SchemaObject sequence(Row row) {
        ObjectName name = named(Key.of(row, "sequence_schema", "sequence_name"));
        String definition = "CREATE SEQUENCE " + dialect.name(name) + " AS " + text(row, "data_type") + " START WITH "
                + text(row, "start_value") + " INCREMENT BY " + text(row, "increment");
        return new Sequence(name, definition, Optional.empty(), List.of());
    }

    private SchemaObject other(Row row) {
        return new OtherObject(
                named(Key.of(row, "object_schema", "object_name")), text(row, "kind"), text(row, "definition"));
    }
}

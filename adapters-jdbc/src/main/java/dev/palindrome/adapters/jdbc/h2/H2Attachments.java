package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the triggers of tables and views, and who may do what with them. */
final class H2Attachments {
    private static final String TRIGGERS = "SELECT EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE, TRIGGER_NAME,"
            + " EVENT_MANIPULATION, ACTION_ORIENTATION, ACTION_TIMING, IS_ROLLBACK, JAVA_CLASS, QUEUE_SIZE, NO_WAIT"
            + " FROM INFORMATION_SCHEMA.TRIGGERS";
    private static final String RIGHTS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, GRANTEE, RIGHTS FROM INFORMATION_SCHEMA.RIGHTS";
    private static final String USUAL_QUEUE = "1024";

    private final Dialect dialect;
    private final H2Names names;
    private final Map<H2Key, List<Row>> triggers;
    private final Map<H2Key, List<Row>> rights;

    H2Attachments(Dialect dialect, H2Scope scope) {
        this.dialect = dialect;
        this.names = scope.names();
        this.triggers =
                scope.ask(TRIGGERS, "EVENT_OBJECT_SCHEMA", "EVENT_OBJECT_TABLE", "TRIGGER_NAME, EVENT_MANIPULATION");
        this.rights = scope.ask(RIGHTS, "TABLE", "GRANTEE");
    }

    List<Attachment> of(H2Key table) {
        List<Attachment> attachments = new ArrayList<>();
        String on = dialect.name(names.written(table.schema(), table.name()));
        triggers.getOrDefault(table, List.of()).stream()
                .collect(Collectors.groupingBy(row -> H2Scope.text(row, "TRIGGER_NAME")))
                .values()
                .forEach(events -> attachments.add(trigger(on, events)));
        for (Row right : rights.getOrDefault(table, List.of())) {
            String grantee = names.written(H2Scope.text(right, "GRANTEE"));
            attachments.add(new Attachment(
                    "grant",
                    grantee,
                    List.of(),
                    "GRANT " + H2Scope.text(right, "RIGHTS") + " ON " + on + " TO " + dialect.name(grantee)));
        }
        attachments.sort((a, b) -> (a.kind() + a.name()).compareTo(b.kind() + b.name()));
        return attachments;
    }

    /** {@return what of an object's triggers can't be made again: H2 shows a class, but not source code} */
    List<String> peculiarities(H2Key table) {
        return triggers.getOrDefault(table, List.of()).stream()
                .filter(row -> row.text("JAVA_CLASS").isEmpty())
                .map(row -> "H2 doesn't show the source code of its trigger '"
                        + names.written(H2Scope.text(row, "TRIGGER_NAME")) + "'")
                .distinct()
                .toList();
    }

    private Attachment trigger(String on, List<Row> events) {
        Row row = events.get(0);
        String name = names.written(H2Scope.text(row, "TRIGGER_NAME"));
        String queue = H2Scope.text(row, "QUEUE_SIZE");
        String when = events.stream()
                        .map(event -> H2Scope.text(event, "EVENT_MANIPULATION"))
                        .collect(Collectors.joining(", "))
                + (row.flag("IS_ROLLBACK").orElse(false) ? ", ROLLBACK" : "");
        String definition =
                "CREATE TRIGGER " + dialect.name(name) + " " + H2Scope.text(row, "ACTION_TIMING") + " " + when
                        + " ON " + on
                        + (H2Scope.text(row, "ACTION_ORIENTATION").equals("ROW") ? " FOR EACH ROW" : "")
                        + (queue.equals(USUAL_QUEUE) ? "" : " QUEUE " + queue)
                        + (row.flag("NO_WAIT").orElse(false) ? " NOWAIT" : "")
                        + " CALL " + SqlText.literal(H2Scope.text(row, "JAVA_CLASS"));
        return new Attachment("trigger", name, List.of(), definition);
    }
}

package dev.palindrome.adapters.files.flyway;

import java.util.List;
import java.util.stream.Stream;

/** The moments at which Flyway runs a file of that name, and whether going forwards or backwards is among them. */
final class CallbackEvent {
    private static final List<String> RUNNING = List.of(
            "beforeMigrate",
            "beforeRepeatables",
            "beforeEachMigrate",
            "beforeEachMigrateStatement",
            "afterEachMigrateStatement",
            "afterEachMigrateStatementError",
            "afterEachMigrate",
            "afterEachMigrateError",
            "afterVersioned",
            "afterMigrateApplied",
            "afterMigrate",
            "afterMigrateError",
            "afterMigrateOperationFinish",
            "beforeUndo",
            "beforeEachUndo",
            "beforeEachUndoStatement",
            "afterEachUndoStatement",
            "afterEachUndoStatementError",
            "afterEachUndo",
            "afterEachUndoError",
            "afterUndo",
            "afterUndoError",
            "afterUndoOperationFinish",
            "beforeConnect",
            "afterConnect",
            "createSchema",
            "beforeCreateSchema");

    private static final List<String> OTHERS = Stream.of("Clean", "Validate", "Baseline", "Repair", "Info")
            .flatMap(command -> Stream.of(
                    "before" + command,
                    "after" + command,
                    "after" + command + "Error",
                    "after" + command + "OperationFinish"))
            .toList();

    private CallbackEvent() {}

    /** {@return the names of all events} */
    static Stream<String> names() {
        return Stream.of(RUNNING, OTHERS).flatMap(List::stream);
    }

    /** {@return whether migrations don't go their way without it, as far as anybody knows} */
    static boolean isPartOfRuns(String event) {
        return RUNNING.contains(event);
    }
}

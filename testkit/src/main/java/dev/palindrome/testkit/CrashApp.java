package dev.palindrome.testkit;

import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.sql;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An app of one migration of five statements and a second one. Whatever ran twice would leave a row more. */
final class CrashApp {
    static final String NAME = "crash";

    private CrashApp() {}

    static Apps apps() {
        App app = new App(
                NAME,
                Set.of(),
                List.of(first(), second()),
                Optional.empty(),
                Location.of("testkit"),
                Optional.empty(),
                List.of());
        return Apps.of(List.of(app), List.of());
    }

    private static Migration first() {
        return Migration.id("0001")
                .forwards(
                        createTable("crash_one", column("id", "integer").asPrimaryKey(), column("name", "varchar(20)")),
                        sql("INSERT INTO crash_one VALUES (1, 'a')", "DELETE FROM crash_one WHERE id = 1"),
                        createTable("crash_two", column("id", "integer").asPrimaryKey(), column("name", "varchar(20)")),
                        sql("INSERT INTO crash_one VALUES (2, 'b')", "DELETE FROM crash_one WHERE id = 2"),
                        sql("INSERT INTO crash_two VALUES (3, 'c')", "DELETE FROM crash_two WHERE id = 3"))
                .build();
    }

    private static Migration second() {
        return Migration.id("0002")
                .forwards(
                        sql("INSERT INTO crash_two VALUES (4, 'd')", "DELETE FROM crash_two WHERE id = 4"),
                        createTable("crash_three", column("id", "integer").asPrimaryKey()))
                .build();
    }
}

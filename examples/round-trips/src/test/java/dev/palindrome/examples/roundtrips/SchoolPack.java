package dev.palindrome.examples.roundtrips;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createIndex;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.createView;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static dev.palindrome.spi.operation.Operations.insertRows;
import static dev.palindrome.spi.operation.Operations.renameColumn;
import static dev.palindrome.spi.operation.Operations.renameTable;
import static dev.palindrome.spi.operation.Operations.row;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.Action;
import dev.palindrome.spi.operation.Reference;
import java.util.List;

/** The school's ten migrations in Java; three-ways/ has them in SQL and in YAML. */
final class SchoolPack implements MigrationPack {
    @Override
    public String appName() {
        return "school";
    }

    @Override
    public List<Migration> migrations() {
        return List.of(
                migration(
                        "0001",
                        createTable(
                                "teacher",
                                column("id", "integer").asPrimaryKey(),
                                column("name", "varchar(50)").notNull())),
                migration(
                        "0002",
                        createTable(
                                "course",
                                column("id", "integer").asPrimaryKey(),
                                column("title", "varchar(80)").notNull().defaultsTo("'untitled'"),
                                column("teacher", "integer")
                                        .references(
                                                Reference.to("teacher", "id").onDelete(Action.CASCADE)),
                                column("room", "varchar(10)"))),
                migration("0003", createIndex("course", "title")),
                migration(
                        "0004",
                        addColumn("teacher", column("email", "varchar(254)")),
                        createIndex("teacher", "email").asUnique()),
                migration(
                        "0005",
                        insertRows(
                                "teacher",
                                row("id", 1, "name", "Zoë O'Neill", "email", "zoe@school.example"),
                                row("id", 2, "name", "Max", "email", null))),
                migration("0006", createView("course_titles", "SELECT id, title FROM course")),
                migration("0007", renameColumn("course", "room", "place")),
                migration(
                        "0008",
                        createTable(
                                        "pupil",
                                        column("number", "integer"),
                                        column("course", "integer").references("course", "id"),
                                        column("mark", "numeric(3, 1)").check("mark > 0"))
                                .primaryKey("number", "course")),
                migration("0009", dropColumn("course", "place")),
                migration("0010", renameTable("pupil", "member"), createIndex("member", "course")));
    }

    private static Migration migration(String id, Operation... operations) {
        return Migration.id(id).forwards(operations).build();
    }
}

package dev.palindrome.application.torture;

import com.google.common.collect.ImmutableList;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.spi.Direction;
import java.util.List;

/**
 * The migrations that every run carries: tables, indexes, columns and a view between rows that tell how often a statement ran. A counter
 * that goes up by another power of ten with each migration, and down on its way back, shows one that ran twice.
 */
final class Cargo {
    static final String APP = "shop";

    private static final ImmutableList<Carried> ALL = ImmutableList.of(
            new Carried(
                    "0001",
                    List.of("CREATE TABLE counts (id int, n int)", "INSERT INTO counts VALUES (1, 0)"),
                    List.of("DELETE FROM counts", "DROP TABLE counts")),
            new Carried(
                    "0002",
                    List.of(
                            "CREATE TABLE a (id int)",
                            "UPDATE counts SET n = n + 1",
                            "INSERT INTO a VALUES (1), (2)",
                            "CREATE INDEX a_id ON a (id)",
                            "ALTER TABLE a ADD COLUMN x int"),
                    List.of(
                            "ALTER TABLE a DROP COLUMN x",
                            "DROP INDEX a_id{ON a}",
                            "DELETE FROM a",
                            "UPDATE counts SET n = n - 1",
                            "DROP TABLE a")),
            new Carried(
                    "0003",
                    List.of("UPDATE counts SET n = n + 10", "INSERT INTO a VALUES (3, 4)"),
                    List.of("DELETE FROM a WHERE id = 3", "UPDATE counts SET n = n - 10")),
            new Carried(
                    "0004",
                    List.of(
                            "CREATE TABLE b (id int, y varchar(20))",
                            "CREATE VIEW seen AS SELECT id FROM b",
                            "INSERT INTO b VALUES (7, 'seven')",
                            "UPDATE counts SET n = n + 100",
                            "CREATE TABLE c (id int)"),
                    List.of(
                            "DROP TABLE c",
                            "UPDATE counts SET n = n - 100",
                            "DELETE FROM b",
                            "DROP VIEW seen",
                            "DROP TABLE b")));

    private Cargo() {}

    /** {@return the migrations as that database understands them} */
    static List<Carried> on(DatabaseKind kind) {
        return ALL.stream().map(carried -> carried.on(kind)).toList();
    }

    /** {@return how many statements there are in all, one way} */
    static int statements() {
        return ALL.stream().mapToInt(carried -> carried.forwards().size()).sum();
    }

    /** {@return how many of them are not the last migration's} */
    static int statementsButForTheLastMigration(Direction direction) {
        int last = direction == Direction.FORWARDS ? migrations() - 1 : 0;
        return statements() - ALL.get(last).in(direction).size();
    }

    /** {@return how many events a runner says of a whole run, one way: each statement, and each step's end} */
    static int events() {
        return statements() + migrations();
    }

    static int migrations() {
        return ALL.size();
    }

    static void pack(TestPack pack, DatabaseKind kind) {
        on(kind).forEach(carried ->
                pack.migration(carried.id(), script(carried.forwards()), script(carried.backwards())));
    }

    private static String script(List<String> statements) {
        return String.join(";\n", statements) + ";";
    }

    /** One migration: its statements in either direction, as many in one as in the other. */
    record Carried(String id, List<String> forwards, List<String> backwards) {
        private static final String PLACE = "\\{(.*?)}";

        Carried {
            forwards = List.copyOf(forwards);
            backwards = List.copyOf(backwards);
        }

        List<String> in(Direction direction) {
            return direction == Direction.FORWARDS ? forwards : backwards;
        }

        private Carried on(DatabaseKind kind) {
            String table = kind.dropsIndexesOfTables() ? " $1" : "";
            return new Carried(
                    id,
                    forwards,
                    backwards.stream().map(sql -> sql.replaceAll(PLACE, table)).toList());
        }
    }
}

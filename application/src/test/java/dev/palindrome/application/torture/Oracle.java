package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.spi.Direction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a database looks like at each place of the cargo: written down once for each kind, by plain JDBC, without the engine. */
final class Oracle {
    private static final Map<DatabaseKind, Oracle> ASKED = new EnumMap<>(DatabaseKind.class);

    private final List<List<String>> whole = new ArrayList<>();
    private final List<List<List<String>>> forwards = new ArrayList<>();
    private final List<List<List<String>>> backwards = new ArrayList<>();

    private Oracle(DatabaseKind kind, TestDatabase database) {
        List<Cargo.Carried> cargo = Cargo.on(kind);
        whole.add(look(database));
        for (Cargo.Carried carried : cargo) {
            forwards.add(follow(database, carried.forwards()));
            whole.add(look(database));
        }
        for (int i = cargo.size() - 1; i >= 0; i--) {
            backwards.add(0, follow(database, cargo.get(i).backwards()));
        }
        if (!look(database).equals(whole.get(0))) {
            throw new IllegalStateException("the cargo itself leaves something behind on " + kind);
        }
    }

    /**
     * Asks, if nobody has yet.
     *
     * @param folder where a database may be put meanwhile
     */
    static Oracle of(DatabaseKind kind, Path folder) {
        return ASKED.computeIfAbsent(kind, k -> ask(k, k.fresh(folder)));
    }

    private static Oracle ask(DatabaseKind kind, TestDatabase database) {
        try (Connection keptOpen = database.connect()) { // some files take their time to be opened
            return new Oracle(kind, database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return everything in the catalogue and every row, but for the engine's own} */
    static List<String> look(TestDatabase database) {
        List<String> seen = new ArrayList<>(database.catalogue());
        for (String table : database.tables()) {
            database.rows("SELECT * FROM " + table).stream()
                    .sorted()
                    .forEach(row -> seen.add("row " + table + " " + row));
        }
        return seen;
    }

    /** {@return how it looks when so many migrations have run} */
    List<String> after(int migrations) {
        return whole.get(migrations);
    }

    /** {@return how it looks before, within and after the given migration, the first being number 0} */
    List<List<String>> within(int migration, Direction direction) {
        return (direction == Direction.FORWARDS ? forwards : backwards).get(migration);
    }

    private static List<List<String>> follow(TestDatabase database, List<String> statements) {
        List<List<String>> places = new ArrayList<>();
        places.add(look(database));
        for (String statement : statements) {
            database.run(statement);
            places.add(look(database));
        }
        return places;
    }
}

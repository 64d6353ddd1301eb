package dev.palindrome.testkit;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The adapter to be proved, databases to prove it on, and how the kit has to speak to them. Implemented once per kind of
 * database; called by the contracts. Only the first two methods have no answer of their own.
 */
public interface TestDatabase {

    /** {@return the adapter under test, constructed as ServiceLoader would} */
    DatabaseAdapter adapter();

    /** {@return the address of a database without a table, another one at each call; several sessions must see one database} */
    DatabaseAddress freshAddress();

    /**
     * Writes a query of one row and one column.
     *
     * @param expression a literal
     * @param column the column's name
     * @return the query, by default without FROM, as most databases understand it and the standard doesn't
     */
    default Statement select(String expression, String column) {
        return Statement.of("SELECT " + expression + " AS " + column);
    }

    /**
     * Writes a statement that creates a table with the columns {@code id} and {@code name}.
     *
     * @param table its name, taken exactly
     * @return the statement, by default the standard's
     */
    default Statement createTable(String table) {
        return Statement.of("CREATE TABLE " + adapter().dialect().quote(table) + " (id integer, name varchar(50))");
    }

    /** {@return a statement by which a script begins a transaction itself} */
    default Statement beginning() {
        return Statement.of("BEGIN", StatementKind.BEGIN, Location.of("script"));
    }

    /**
     * Makes a plain name odd, so that it has to be quoted wherever it stands.
     *
     * @param plain a word
     * @return by default that word between quotes of both kinds and a blank; less where the database itself stumbles over them
     */
    default String oddName(String plain) {
        return "It's \"" + plain + "\"";
    }

    /**
     * What a case stands on. Tables there have more than some databases know, such as checks.
     *
     * @param example the case
     * @return by default its ground; where the database has nothing like that, as much as lets the case's own operation be
     *     tried, with {@link OperationCase#plain} for instance
     */
    default List<Operation> ground(OperationCase example) {
        return example.ground();
    }

    /** {@return the names of the {@link OperationCase}s that the database has nothing like; their refusal is asserted} */
    default Set<String> unsupported() {
        return Set.of();
    }

    /** {@return the names of the {@link OperationCase}s that can't be taken back; that they say so is asserted} */
    default Set<String> irreversible() {
        return Set.of();
    }

    /**
     * Golden files show reviewers what runs.
     *
     * @return a folder with a file for each {@link OperationCase}, {@code <name>.sql}, which is written if it is missing;
     *     empty for none
     */
    default Optional<Path> goldenFolder() {
        return Optional.empty();
    }

    /** {@return how many random sequences of operations are tried; fewer where each takes long} */
    default int sequences() {
        return Integer.getInteger(RoundTripContract.SEQUENCES, RoundTripContract.USUAL_SEQUENCES);
    }

    /** {@return at how many points, spread over a run, the engine is killed in each direction; fewer than all where each takes long} */
    default int interruptions() {
        return Integer.MAX_VALUE;
    }

    /** {@return how long the lock of a runner that died may last; longer where it is a lease that has to run out} */
    default Duration lockLeftBehind() {
        return Duration.ofSeconds(2);
    }

    /**
     * Takes the lock away from its holder, whose session lives on: cuts the connection that guards it, or lets a lease run out
     * as if its holder had been paused. A lock that can be lost so needs a {@link dev.palindrome.spi.Lock#fence fence}.
     *
     * @param holder the holder's session
     * @param other another session on the same database
     * @return whether that can happen; by default it can't, as where the lock is lost only together with the session
     */
    default boolean loseLock(Session holder, Session other) {
        return false;
    }

    /** {@return how many kinds of operation these must have had, or they mean little; fewer where the database has few} */
    default int kindsOfOperation() {
        return RoundTripContract.USUAL_KINDS;
    }
}

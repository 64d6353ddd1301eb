package com.example.ignite;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.CreateTable;
import dev.palindrome.spi.operation.IndexPart;
import dev.palindrome.spi.operation.Operations;
import dev.palindrome.testkit.OperationCase;
import dev.palindrome.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.sql.ResultSet;
import org.apache.ignite.sql.SqlRow;

/** A schema of the one cluster for each test; those of former tests go. */
final class IgniteSchemas implements TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Set<String> IGNITES_OWN = Set.of("PUBLIC", "SYSTEM");

    /** All others need what Ignite hasn't: keys but the primary one, checks, views, new names. */
    private static final Set<String> SUPPORTED = Set.of(
            "create-table-with-odd-names",
            "drop-table",
            "add-column",
            "drop-column",
            "drop-column-with-default-index-and-unique-key",
            "drop-column-with-foreign-key-and-index",
            "drop-column-with-check",
            "drop-column-with-comment",
            "change-default",
            "drop-default",
            "create-index",
            "create-index-concurrently",
            "drop-index",
            "create-schema",
            "drop-schema",
            "insert-rows");

    @Override
    public DatabaseAdapter adapter() {
        return new IgniteAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of(Cluster.running().url(fresh()));
    }

    /** {@return the name of a new schema} */
    static String fresh() {
        String name = "test" + NUMBER.incrementAndGet();
        try (IgniteClient client = Cluster.running().client()) {
            for (String schema : schemas(client)) {
                client.sql().executeScript("DROP SCHEMA \"" + schema.replace("\"", "\"\"") + "\" CASCADE");
            }
            client.sql().executeScript("CREATE SCHEMA " + name);
        }
        return name;
    }

    private static List<String> schemas(IgniteClient client) {
        List<String> names = new ArrayList<>();
        try (ResultSet<SqlRow> rows = client.sql().execute(null, "SELECT schema_name FROM SYSTEM.SCHEMAS")) {
            rows.forEachRemaining(row -> names.add(row.stringValue(0)));
        }
        names.removeAll(IGNITES_OWN);
        return names;
    }

    @Override
    public Statement createTable(String table) {
        return Statement.of(
                "CREATE TABLE " + adapter().dialect().quote(table) + " (id integer PRIMARY KEY, name varchar(50))");
    }

    @Override
    public Statement beginning() {
        return Statement.of("START TRANSACTION", StatementKind.BEGIN, Location.of("script"));
    }

    /** In Ignite a primary key is all that is enforced. */
    @Override
    public List<Operation> ground(OperationCase example) {
        return example.ground().stream().map(IgniteSchemas::plain).toList();
    }

    private static Operation plain(Operation operation) {
        if (operation instanceof CreateTable table) {
            return OperationCase.plain(table);
        }
        return operation instanceof CreateIndex index
                ? Operations.createIndex(index.table(), index.columns().toArray(IndexPart[]::new))
                        .named(index.effectiveName())
                : operation;
    }

    @Override
    public Set<String> unsupported() {
        return OperationCase.all().stream()
                .map(OperationCase::name)
                .filter(name -> !SUPPORTED.contains(name))
                .collect(Collectors.toSet());
    }

    /** Of most of them, little is left: each operation that Ignite has nothing like is refused. */
    @Override
    public int sequences() {
        return TestDatabase.super.sequences() / 4;
    }

    @Override
    public int kindsOfOperation() {
        return 6;
    }

    /** Another runner takes the lease, as if it had run out, and gives it up. */
    @Override
    public boolean loseLock(Session holder, Session other) {
        other.execute(
                "UPDATE \"palindrome_lock_palindrome_history\" SET token = token + 1, expires = NULL WHERE id = 1");
        return true;
    }

    /** Whoever comes next waits each time until the lease is over. */
    @Override
    public int interruptions() {
        return 10;
    }

    @Override
    public Duration lockLeftBehind() {
        return Duration.ofSeconds(10);
    }
}

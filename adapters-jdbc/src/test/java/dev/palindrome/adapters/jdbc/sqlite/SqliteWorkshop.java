package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;

/** A database on which a test runs typed operations as migrations do, each in one transaction. */
final class SqliteWorkshop implements AutoCloseable {
    private final SqliteAdapter adapter = new SqliteAdapter();
    private final Database database;
    private final Session session;
    private List<Operation> reversal = List.of();

    SqliteWorkshop(TestDatabase fresh, boolean foreignKeys) {
        String url = fresh.freshAddress().url();
        String setting = (url.contains("?") ? "&" : "?") + "foreign_keys=" + (foreignKeys ? "on" : "off");
        this.database = adapter.connect(DatabaseAddress.of(url + setting));
        this.session = database.openSession();
    }

    Session session() {
        return session;
    }

    void script(String sql) {
        Sql.run(adapter, session, sql);
    }

    /** Runs an operation in a transaction of its own; {@link #back} takes it back. */
    void there(Operation operation) {
        reversal = operation
                .reversal(adapter.dialect(), database.inspector().catalogue(session))
                .operations();
        transaction(List.of(operation));
    }

    void back() {
        transaction(reversal);
    }

    private void transaction(List<Operation> operations) {
        session.begin();
        operations.forEach(this::run);
        session.commit();
        session.restore();
    }

    /** Runs an operation in whatever transaction there is. */
    void run(Operation operation) {
        for (Instruction instruction :
                operation.compile(adapter.dialect(), database.inspector().catalogue(session))) {
            session.execute((Statement) instruction);
        }
    }

    List<SchemaObject> catalogue() {
        return database.inspector().all(session);
    }

    Optional<SchemaObject> inspect(ObjectName name) {
        return database.inspector().find(session, name);
    }

    /** {@return the rows of a query, each with its values in the order of the columns' names} */
    List<String> rows(String query) {
        return session.query(Statement.of(query)).stream()
                .map(SqliteWorkshop::text)
                .toList();
    }

    private static String text(Row row) {
        return String.join(
                ",", row.columns().stream().map(c -> row.text(c).orElse("null")).toList());
    }

    @Override
    public void close() {
        session.close();
        database.close();
    }
}

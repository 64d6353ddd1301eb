package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A database in memory on which scripts and operations run. */
final class H2Bench implements AutoCloseable {
    private final H2Adapter adapter = new H2Adapter();
    private final Database database;
    private final Session session;

    H2Bench(String settings) {
        this.database = adapter.connect(H2Databases.inMemory(settings).freshAddress());
        this.session = database.openSession();
    }

    Session session() {
        return session;
    }

    void script(String sql) {
        Sql.run(adapter, session, sql);
    }

    List<SchemaObject> all() {
        return database.inspector().all(session);
    }

    Optional<SchemaObject> find(String name) {
        return database.inspector().find(session, ObjectName.of(name));
    }

    Table table(String name) {
        return catalogue().table(ObjectName.of(name));
    }

    /** Runs an operation, and says what takes it back. */
    List<Instruction> forwards(Operation operation) {
        Reversal reversal = operation.reversal(adapter.dialect(), catalogue());
        run(operation.compile(adapter.dialect(), catalogue()));
        List<Instruction> backwards = new ArrayList<>();
        Catalogue now = catalogue();
        for (Operation back : reversal.operations()) {
            backwards.addAll(back.compile(adapter.dialect(), now));
            back.foresee(adapter.dialect(), now);
        }
        return backwards;
    }

    void run(List<Instruction> instructions) {
        instructions.forEach(instruction -> session.execute((Statement) instruction));
    }

    Reversal reversal(Operation operation) {
        return operation.reversal(adapter.dialect(), catalogue());
    }

    private Catalogue catalogue() {
        return database.inspector().catalogue(session);
    }

    @Override
    public void close() {
        session.close();
        database.close();
    }
}

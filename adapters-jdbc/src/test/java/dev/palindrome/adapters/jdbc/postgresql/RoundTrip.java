package dev.palindrome.adapters.jdbc.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** A database of its own, on which an operation goes forwards in one session and backwards in another. */
final class RoundTrip implements AutoCloseable {
    private final PostgresqlAdapter adapter = new PostgresqlAdapter();
    private final Database database = adapter.connect(DatabaseAddress.of(PostgresqlServer.freshUrl()));
    private final Session session = database.openSession();

    /** Roles belong to the whole server. */
    static final String ROLES = "DO $$ BEGIN CREATE ROLE reader; CREATE ROLE writer; CREATE ROLE \"Odd Owner\";"
            + " EXCEPTION WHEN duplicate_object THEN END $$;";

    Session session() {
        return session;
    }

    void run(String script) {
        Sql.run(adapter, session, script);
    }

    SchemaObject find(String name) {
        return find(ObjectName.of(name));
    }

    SchemaObject find(ObjectName name) {
        return database.inspector().find(session, name).orElseThrow();
    }

    List<SchemaObject> all() {
        return database.inspector().all(session);
    }

    Reversal reversal(Operation operation) {
        return operation.reversal(adapter.dialect(), database.inspector().catalogue(session));
    }

    /** Runs it, and says what takes it back. */
    List<Operation> forwards(Operation operation) {
        Reversal reversal = reversal(operation);
        assertThat(reversal).isInstanceOf(Reversal.Derived.class);
        compile(operation, session).forEach(i -> execute(i, session));
        return reversal.operations();
    }

    /** Runs what takes an operation back, in a session that knows nothing of the one before; says which statements. */
    List<String> backwards(List<Operation> operations) {
        try (Session other = database.openSession()) {
            return backwards(operations, other);
        }
    }

    /** Runs what takes an operation back. */
    List<String> backwards(List<Operation> operations, Session in) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : operations) {
            for (Instruction instruction : compile(operation, in)) {
                execute(instruction, in);
                statements.add(instruction.inline(adapter.dialect()));
            }
        }
        return statements;
    }

    /** Proves that the catalogue is what it was. */
    List<String> thereAndBack(Operation operation) {
        List<SchemaObject> before = all();
        List<Operation> reversal = forwards(operation);
        assertThat(all()).as("after going forwards").isNotEqualTo(before);
        List<String> statements = backwards(reversal);
        assertThat(all()).as("after going backwards").isEqualTo(before);
        return statements;
    }

    private List<Instruction> compile(Operation operation, Session in) {
        return operation.compile(adapter.dialect(), database.inspector().catalogue(in));
    }

    private static void execute(Instruction instruction, Session in) {
        Statement statement = (Statement) instruction;
        if (statement.kind() == StatementKind.STANDALONE) {
            in.execute(statement);
            return;
        }
        in.begin();
        in.execute(statement);
        in.commit();
    }

    @Override
    public void close() {
        session.close();
        database.close();
    }
}

package dev.palindrome.domain;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.sql.Comments;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.ScriptSplitter;
import dev.palindrome.spi.sql.StandardRenderings;
import dev.palindrome.spi.sql.StatementTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The standard's dialect and no database: plans need none. Statements that begin with ALONE refuse to run in a transaction. */
public final class NoDatabaseAdapter implements DatabaseAdapter {
    private static final StatementTable KINDS = StatementTable.empty()
            .with(StatementKind.STANDALONE, "ALONE")
            .with(StatementKind.BEGIN, "BEGIN")
            .with(StatementKind.COMMIT, "COMMIT")
            .with(StatementKind.ROLLBACK, "ROLLBACK");
    private static final ScriptSplitter SPLITTER = ScriptSplitter.of(
                    Comments.line("--"), Comments.block(), Quotes.doubled('\''), Quotes.doubled('"'))
            .withKinds(KINDS::kindOf);

    private final Dialect dialect = new Dialect() {
        @Override
        public List<Statement> split(SqlScript script) {
            return SPLITTER.split(script);
        }

        @Override
        public List<Instruction> render(Operation operation, Catalogue before) {
            return List.copyOf(StandardRenderings.of(this).render(operation, before));
        }

        @Override
        public String identityColumn() {
            return "bigint PRIMARY KEY";
        }

        @Override
        public String textType() {
            return "text";
        }
    };

    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean serves(String url) {
        return false;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.TRANSACTIONAL_DDL);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Database connect(DatabaseAddress address) {
        throw new AssertionError("Nothing runs here");
    }
}

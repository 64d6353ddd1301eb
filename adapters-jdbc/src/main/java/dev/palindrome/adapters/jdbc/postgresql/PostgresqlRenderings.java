package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.operation.AddEnumValue;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.CreateEnumType;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.DropEnumType;
import dev.palindrome.spi.operation.DropIndex;
import dev.palindrome.spi.operation.DropView;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeIndex;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.operation.MakeView;
import dev.palindrome.spi.operation.RedefineColumn;
import dev.palindrome.spi.operation.ReplaceView;
import dev.palindrome.spi.sql.Renderings;
import dev.palindrome.spi.sql.StandardRenderings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What PostgreSQL does otherwise than the standard: indexes without blocking, enum types, and what hangs on things. */
final class PostgresqlRenderings {
    private final Dialect dialect;
    private final Renderings standard;

    private PostgresqlRenderings(Dialect dialect) {
        this.dialect = dialect;
        this.standard = StandardRenderings.of(dialect);
    }

    static Renderings of(Dialect dialect) {
        PostgresqlRenderings own = new PostgresqlRenderings(dialect);
        TableMaking tables = new TableMaking(own.standard);
        ColumnChange columns = new ColumnChange(dialect);
        Views views = new Views(dialect);
        return own.standard
                .with(MakeTable.class, (op, before) -> tables.make(op.made(), before))
                .with(MakeColumn.class, tables::make)
                .with(ChangeColumn.class, columns::change)
                .with(RedefineColumn.class, columns::redefine)
                .with(CreateIndex.class, (op, before) -> List.of(own.create(op.statement(dialect), op.concurrently())))
                .with(MakeIndex.class, own::make)
                .with(DropIndex.class, (op, before) -> List.of(own.drop(op)))
                .with(ReplaceView.class, views::replace)
                .with(MakeView.class, (op, before) -> views.make(op))
                .with(DropView.class, views::drop)
                .with(CreateEnumType.class, (op, before) -> List.of(own.create(op)))
                .with(DropEnumType.class, (op, before) -> List.of(Statement.of("DROP TYPE " + dialect.name(op.on()))))
                .with(AddEnumValue.class, (op, before) -> List.of(own.add(op)));
    }

    /** The text of the statement says CREATE INDEX or CREATE UNIQUE INDEX first, also in pg_get_indexdef's words. */
    private Statement create(String statement, boolean concurrently) {
        return concurrently
                ? standalone(statement.replaceFirst("^(CREATE (?:UNIQUE )?INDEX) ", "$1 CONCURRENTLY "))
                : Statement.of(statement);
    }

    private List<Statement> make(MakeIndex op, Catalogue before) {
        List<Statement> statements = new ArrayList<>(standard.render(op, before));
        statements.set(0, create(op.index().definition(), op.concurrently()));
        return statements;
    }

    private Statement drop(DropIndex op) {
        String name = dialect.name(op.on().sibling(op.name()));
        return op.concurrently() ? standalone("DROP INDEX CONCURRENTLY " + name) : Statement.of("DROP INDEX " + name);
    }

    private static Statement standalone(String sql) {
        return Statement.of(sql, StatementKind.STANDALONE, Statement.OUR_OWN);
    }

    private Statement create(CreateEnumType op) {
        return Statement.of("CREATE TYPE " + dialect.name(op.on()) + " AS ENUM ("
                + op.values().stream().map(dialect::literal).collect(Collectors.joining(", ")) + ")");
    }

    private Statement add(AddEnumValue op) {
        Optional<String> place = op.before()
                .map(value -> " BEFORE " + dialect.literal(value))
                .or(() -> op.after().map(value -> " AFTER " + dialect.literal(value)));
        return Statement.of(
                "ALTER TYPE " + dialect.name(op.on()) + " ADD VALUE " + dialect.literal(op.value()) + place.orElse(""));
    }
}

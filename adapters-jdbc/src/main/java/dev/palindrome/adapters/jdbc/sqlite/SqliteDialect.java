package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.sql.Renderings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite writes SQL. Types are written as authors write them: SQLite takes any name, and derives from it how values are
 * converted (sqlite.org/datatype3.html, 3.1).
 */
final class SqliteDialect implements Dialect {
    private final SqliteSplitter splitter = new SqliteSplitter();
    private final Renderings renderings = SqliteRenderings.of(this);

    @Override
    public List<Statement> split(SqlScript script) {
        return splitter.split(script);
    }

    /** What SQLite calls a schema is a database that the connection has attached; migrations are for one alone. */
    @Override
    public String name(ObjectName object) {
        if (object.schema().filter(schema -> !schema.equalsIgnoreCase("main")).isPresent()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.OPERATION_UNSUPPORTED,
                    "'" + object + "' names a schema, and SQLite has none. Leave the schema out for this database."));
        }
        return name(object.name());
    }

    @Override
    public String identityClause() {
        return TableSql.IDENTITY;
    }

    @Override
    public List<Instruction> render(Operation operation, Catalogue before) {
        return List.copyOf(renderings.render(operation, before));
    }

    /** Truth values are numbers in SQLite; the words came with version 3.23. */
    @Override
    public String literal(@Nullable Object value) {
        return value instanceof Boolean flag ? (flag ? "1" : "0") : Dialect.super.literal(value);
    }

    /** Without AUTOINCREMENT, SQLite would give the number of a deleted row again. */
    @Override
    public String identityColumn() {
        return "integer PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    public String textType() {
        return "text";
    }

    /** The bare name, which is quoted where a table is written. */
    @Override
    public String collation(String written) {
        return written;
    }

    /** A table that is made anew loses what it has by then and the statements don't know of. */
    @Override
    public List<Requirement> requirements(List<Statement> reversal, Catalogue after) {
        return reversal.stream()
                .flatMap(statement -> Rebuild.tableMadeBy(statement).stream())
                .distinct()
                .flatMap(name -> after.find(ObjectName.of(name)).stream())
                .filter(Table.class::isInstance)
                .map(table -> Rebuild.nothingMoreThan((Table) table, this))
                .toList();
    }
}

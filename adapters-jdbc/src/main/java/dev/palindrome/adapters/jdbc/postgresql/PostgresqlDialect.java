package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.sql.Renderings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL writes SQL. */
final class PostgresqlDialect implements Dialect {
    /** Standard types and those of other databases; PostgreSQL's own names pass. */
    private static final Map<String, String> TYPES = Map.of(
            "binary", "bytea",
            "varbinary", "bytea",
            "blob", "bytea",
            "clob", "text",
            "double", "double precision",
            "datetime", "timestamp",
            "tinyint", "smallint");

    private final PostgresqlSplitter splitter = new PostgresqlSplitter();
    private final Renderings renderings = PostgresqlRenderings.of(this);

    @Override
    public List<Statement> split(SqlScript script) {
        return splitter.split(script);
    }

    /** A length is dropped with the name that had it: bytea has none. */
    @Override
    public String type(String type) {
        String name = type.replaceFirst("\\s*\\(.*", "").strip().toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(name, type);
    }

    @Override
    public List<Instruction> render(Operation operation, Catalogue before) {
        return List.copyOf(renderings.render(operation, before));
    }

    /** Backslashes get the E form, since {@code standard_conforming_strings = off} would make escapes of them. */
    @Override
    public String literal(@Nullable Object value) {
        String literal = Dialect.super.literal(value);
        return literal.indexOf('\\') < 0 ? literal : "E" + literal.replace("\\", "\\\\");
    }

    @Override
    public String identityColumn() {
        return "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
    }

    @Override
    public String textType() {
        return "text";
    }
}

package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL writes SQL. */
final class PostgresqlDialect implements Dialect {
    private final PostgresqlSplitter splitter = new PostgresqlSplitter();

    @Override
    public List<Statement> split(SqlScript script) {
        return splitter.split(script);
    }

    @Override
    public String quote(String identifier) {
        return SqlText.quote(identifier);
    }

    /** Backslashes get the E form, since {@code standard_conforming_strings = off} would make escapes of them. */
    @Override
    public String literal(@Nullable Object value) {
        String literal = SqlText.literal(value);
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

package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How SQLite writes SQL. */
final class SqliteDialect implements Dialect {
    private final SqliteSplitter splitter = new SqliteSplitter();

    @Override
    public List<Statement> split(SqlScript script) {
        return splitter.split(script);
    }

    @Override
    public String quote(String identifier) {
        return SqlText.quote(identifier);
    }

    /** Truth values are numbers in SQLite; the words came with version 3.23. */
    @Override
    public String literal(@Nullable Object value) {
        return value instanceof Boolean flag ? (flag ? "1" : "0") : SqlText.literal(value);
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
}

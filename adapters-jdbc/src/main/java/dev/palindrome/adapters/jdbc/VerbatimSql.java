package dev.palindrome.adapters.jdbc;

import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps JDBI from reading SQL: the text goes to the driver as it is, and its question marks are the driver's.
 *
 * @param parameters how many there are
 */
record VerbatimSql(int parameters) implements SqlParser {
    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return ParsedSql.of(sql, ParsedParameters.positional(parameters));
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        throw new UnsupportedOperationException("Statements have parameters by position only");
    }
}

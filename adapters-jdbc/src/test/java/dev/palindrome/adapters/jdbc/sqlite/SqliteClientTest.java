package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.JdbcClientContract;
import dev.palindrome.spi.Dialect;
import dev.palindrome.testkit.fuzz.RandomScript;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** The sqlite3 shell cuts scripts as we do. */
class SqliteClientTest extends JdbcClientContract {
    /** Behind each row, since values have line ends. */
    private static final String ROW_END = "\u0001";

    @Override
    protected Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    protected RandomScript script(Random random) {
        return new SqliteScript(random);
    }

    @Override
    protected List<String> printed(String script) throws IOException {
        String output =
                output(script, "the package sqlite3", "sqlite3", "-batch", "-bail", "-newline", ROW_END, ":memory:");
        return output.isEmpty()
                ? List.of()
                : List.of(output.substring(0, output.length() - 1).split(ROW_END, -1));
    }

    @Override
    protected String between(String mark) {
        return ".open :memory:\nSELECT '" + mark + "';";
    }

    @Override
    protected Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite::memory:");
    }
}

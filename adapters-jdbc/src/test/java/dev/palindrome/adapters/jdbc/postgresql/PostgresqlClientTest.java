package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.JdbcClientContract;
import dev.palindrome.spi.Dialect;
import dev.palindrome.testkit.fuzz.RandomScript;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/** psql cuts scripts as we do. */
class PostgresqlClientTest extends JdbcClientContract {
    private static final String AFRESH = "DISCARD ALL";
    private static final String URL = PostgresqlServer.freshUrl();

    @Override
    protected Dialect dialect() {
        return new PostgresqlDialect();
    }

    @Override
    protected RandomScript script(Random random) {
        return new PostgresqlScript(random);
    }

    /** A NUL behind each row, since values have line ends. */
    @Override
    protected List<String> printed(String script) throws IOException {
        String output = output(
                script,
                "the package postgresql-client",
                "psql",
                "-XqAt0",
                "-v",
                "ON_ERROR_STOP=1",
                URL.replace("jdbc:", ""));
        return output.isEmpty()
                ? List.of()
                : List.of(output.substring(0, output.length() - 1).split("\0", -1));
    }

    @Override
    protected String between(String mark) {
        return AFRESH + "; SELECT '" + mark + "';";
    }

    @Override
    protected Connection connect() throws SQLException {
        return DriverManager.getConnection(URL);
    }

    /** Another one would take longer than a script. */
    @Override
    protected Connection refreshed(Connection used) throws SQLException {
        try (Statement statement = used.createStatement()) {
            statement.execute(AFRESH);
        }
        return used;
    }
}

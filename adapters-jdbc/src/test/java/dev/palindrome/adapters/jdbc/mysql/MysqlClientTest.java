package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.JdbcClientContract;
import dev.palindrome.spi.Dialect;
import dev.palindrome.testkit.fuzz.RandomScript;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** MariaDB's client cuts scripts as we do. */
class MysqlClientTest extends JdbcClientContract {
    private static final String URL = MariadbServer.WITH_MARIADB_DRIVER.freshUrl();

    @Override
    protected Dialect dialect() {
        return new MysqlDialect();
    }

    @Override
    protected RandomScript script(Random random) {
        return new MysqlScript(random);
    }

    @Override
    protected List<String> printed(String script) throws IOException {
        URI uri = URI.create(URL.substring("jdbc:".length()));
        String output = output(
                script,
                "the package mariadb-client",
                MariadbServer.client(),
                "--no-defaults",
                "--batch",
                "--skip-column-names",
                "--unbuffered",
                "--default-character-set=utf8mb4",
                "--protocol=tcp",
                "--skip-ssl",
                "--host=" + uri.getHost(),
                "--port=" + uri.getPort(),
                "--user=tester",
                uri.getPath().substring(1));
        return output.lines().map(MysqlClientTest::unescaped).toList();
    }

    /** In batch mode each row is one line, with these in it escaped. */
    private static String unescaped(String line) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                value.append(c);
            } else {
                i++;
                char escaped = line.charAt(i);
                value.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            }
        }
        return value.toString();
    }

    @Override
    protected String between(String mark) {
        return "SET sql_mode = DEFAULT; SELECT '" + mark + "';";
    }

    @Override
    protected Connection connect() throws SQLException {
        return DriverManager.getConnection(URL);
    }
}

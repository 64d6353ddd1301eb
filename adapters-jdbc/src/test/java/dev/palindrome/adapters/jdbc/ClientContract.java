package dev.palindrome.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random scripts give, statement by statement, what the database's own client prints for the whole. {@code
 * -Dpalindrome.fuzz.scripts} says how many (12 unless told), {@code -Dpalindrome.fuzz.seed} with which to begin.
 */
public abstract class ClientContract {

    protected abstract Dialect dialect();

    protected abstract RandomScript script(Random random);

    /** {@return what the client prints, a value for each row} */
    protected abstract List<String> printed(String script) throws IOException, SQLException;

    /** {@return a connection for one script} */
    protected abstract Connection connect() throws SQLException;

    @Test
    void randomScriptsGiveWhatTheDatabasesOwnClientPrints() throws IOException, SQLException {
        long first = Long.getLong("palindrome.fuzz.seed", 1);
        int values = 0;
        for (long seed = first; seed < first + Integer.getInteger("palindrome.fuzz.scripts", 12); seed++) {
            String script = script(new Random(seed)).text();
            String shown = "-Dpalindrome.fuzz.seed=" + seed + " makes the script\n" + script + "\n";
            try {
                values += compare(script);
            } catch (AssertionError | ProblemException | SQLException e) {
                throw new AssertionError(shown + e.getMessage(), e);
            }
        }
        assertThat(values).as("values that were compared").isPositive();
    }

    private int compare(String script) throws IOException, SQLException {
        List<String> statements = statements(script);
        List<String> printed = printed(script);
        assertThat(given(statements)).isEqualTo(printed);
        assertThat(statements(statements.stream().map(s -> s + "\n;\n").collect(Collectors.joining())))
                .as("cut, joined and cut again")
                .isEqualTo(statements);
        return printed.size();
    }

    /** {@return what is printed by a program that reads the script from its standard input} */
    protected static String output(String script, String install, String... command) throws IOException {
        Path folder = TestFolders.fresh();
        Path input = Files.writeString(folder.resolve("script.sql"), script);
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("Without " + command[0] + " nothing is proved. Install " + install + ".", e);
        }
        int exit = process.onExit().join().exitValue();
        assertThat(exit + " " + Files.readString(errors)).as(script).isEqualTo("0 ");
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private List<String> statements(String script) {
        return dialect().split(new SqlScript(script, new Location("random.sql", 1))).stream()
                .map(dev.palindrome.spi.Statement::sql)
                .toList();
    }

    protected List<String> given(List<String> statements) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                boolean isResult = execute(statement, sql);
                while (isResult || statement.getUpdateCount() >= 0) {
                    if (isResult) {
                        addValues(statement.getResultSet(), values);
                    }
                    isResult = statement.getMoreResults();
                }
            }
        }
        return values;
    }

    private static boolean execute(Statement statement, String sql) throws SQLException {
        try {
            return statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin <" + sql + ">", e);
        }
    }

    /** Adds the first column. */
    protected static void addValues(ResultSet rows, List<String> values) throws SQLException {
        try (rows) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
    }
}

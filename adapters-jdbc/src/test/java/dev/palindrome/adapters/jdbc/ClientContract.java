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
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random scripts give, statement by statement, what the database's own client prints for the whole. {@code
 * -Dpalindrome.fuzz.scripts} says how many (300 unless told), {@code -Dpalindrome.fuzz.seed} with which to begin.
 */
public abstract class ClientContract {
    private static final String MARK = "<<< the next script >>>";

    /** How many scripts one client reads: to start one takes longer than to read a script. */
    private static final int AT_ONCE = 100;

    private Connection connection;

    @AfterEach
    final void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    protected abstract Dialect dialect();

    protected abstract RandomScript script(Random random);

    /** {@return what the client prints, a value for each row} */
    protected abstract List<String> printed(String script) throws IOException, SQLException;

    /** {@return statements between two scripts: they give that value, and leave the client as it was at the beginning} */
    protected abstract String between(String mark);

    protected abstract Connection connect() throws SQLException;

    /** {@return a connection that is as the used one was at the beginning: by default another one} */
    protected Connection refreshed(Connection used) throws SQLException {
        used.close();
        return connect();
    }

    @Test
    void randomScriptsGiveWhatTheDatabasesOwnClientPrints() throws IOException, SQLException {
        long first = Long.getLong("palindrome.fuzz.seed", 1);
        long end = first + Integer.getInteger("palindrome.fuzz.scripts", 300);
        int values = 0;
        for (long seed = first; seed < end; seed += AT_ONCE) {
            values += compare(seed, (int) Math.min(AT_ONCE, end - seed));
        }
        assertThat(values).as("values that were compared").isPositive();
    }

    private int compare(long first, int count) throws IOException, SQLException {
        List<String> scripts = LongStream.range(first, first + count)
                .mapToObj(seed -> script(new Random(seed)).text())
                .toList();
        List<List<String>> printed;
        try {
            printed = printed(scripts);
        } catch (AssertionError e) {
            for (int i = 0; i < count && count > 1; i++) {
                compare(first + i, 1); // which of them is it?
            }
            throw new AssertionError(shown(first, scripts.get(0)) + e.getMessage(), e);
        }
        int values = 0;
        for (int i = 0; i < count; i++) {
            try {
                compare(scripts.get(i), printed.get(i));
            } catch (AssertionError | ProblemException | SQLException e) {
                throw new AssertionError(shown(first + i, scripts.get(i)) + e.getMessage(), e);
            }
            values += printed.get(i).size();
        }
        return values;
    }

    private static String shown(long seed, String script) {
        return "-Dpalindrome.fuzz.seed=" + seed + " makes the script\n" + script + "\n";
    }

    /** {@return what the client prints for each} */
    private List<List<String>> printed(List<String> scripts) throws IOException, SQLException {
        String whole = scripts.stream()
                .map(script -> script + "\n" + between(MARK) + "\n")
                .collect(Collectors.joining());
        List<List<String>> each = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String value : printed(whole)) {
            if (value.equals(MARK)) {
                each.add(current);
                current = new ArrayList<>();
            } else {
                current.add(value);
            }
        }
        assertThat(each).as("scripts that were read to their ends").hasSameSizeAs(scripts);
        return each;
    }

    private void compare(String script, List<String> printed) throws SQLException {
        List<String> statements = statements(script);
        assertThat(given(statements)).isEqualTo(printed);
        assertThat(statements(statements.stream().map(s -> s + "\n;\n").collect(Collectors.joining())))
                .as("cut, joined and cut again")
                .isEqualTo(statements);
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
        assertThat(exit + " " + Files.readString(errors)).isEqualTo("0 ");
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private List<String> statements(String script) {
        return dialect().split(new SqlScript(script, new Location("random.sql", 1))).stream()
                .map(dev.palindrome.spi.Statement::sql)
                .toList();
    }

    protected List<String> given(List<String> statements) throws SQLException {
        List<String> values = new ArrayList<>();
        connection = connection == null ? connect() : refreshed(connection);
        try (Statement statement = connection.createStatement()) {
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

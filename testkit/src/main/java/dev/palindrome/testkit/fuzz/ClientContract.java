package dev.palindrome.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random scripts give, statement by statement, what the database's own client prints for the whole. Extended by a test of an
 * adapter whose database has a client; {@code -Dpalindrome.fuzz.scripts} says how many scripts (300 unless told), {@code
 * -Dpalindrome.fuzz.seed} with which to begin (0 for another one each time).
 */
public abstract class ClientContract {
    private static final String MARK = "<<< the next script >>>";

    /** How many scripts one client reads: to start one takes longer than to read a script. */
    private static final int AT_ONCE = 100;

    @TempDir
    private Path folder;

    /** {@return what splits scripts} */
    protected abstract Dialect dialect();

    /**
     * Makes a script.
     *
     * @param random what to draw from
     * @return another script for another seed
     */
    protected abstract RandomScript script(Random random);

    /**
     * Lets the client read a script.
     *
     * @param script the script
     * @return what the client prints, a value for each row
     * @throws Exception if that can't be done
     */
    protected abstract List<String> printed(String script) throws Exception;

    /**
     * Stands between two scripts that one client reads.
     *
     * @param mark a value
     * @return statements that give that value, and leave the client as it was at the beginning
     */
    protected abstract String between(String mark);

    /**
     * Sends statements one by one, on a session that is as the client's was at the beginning.
     *
     * @param statements a script, as it was split
     * @return the values that they give, one for each row
     * @throws Exception if the database refused one
     */
    protected abstract List<String> given(List<String> statements) throws Exception;

    @Test
    void randomScriptsGiveWhatTheDatabasesOwnClientPrints() throws Exception {
        long first = FirstSeed.chosen();
        long end = first + Integer.getInteger("palindrome.fuzz.scripts", 300);
        int values = 0;
        for (long seed = first; seed < end; seed += AT_ONCE) {
            values += compare(seed, (int) Math.min(AT_ONCE, end - seed));
        }
        assertThat(values).as("values that were compared").isPositive();
    }

    private int compare(long first, int count) throws Exception {
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
            } catch (AssertionError | Exception e) {
                throw new AssertionError(shown(first + i, scripts.get(i)) + e.getMessage(), e);
            }
            values += printed.get(i).size();
        }
        return values;
    }

    private static String shown(long seed, String script) {
        return "-D" + FirstSeed.PROPERTY + "=" + seed + " makes the script\n" + script + "\n";
    }

    /** {@return what the client prints for each} */
    private List<List<String>> printed(List<String> scripts) throws Exception {
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

    private void compare(String script, List<String> printed) throws Exception {
        List<String> statements = statements(script);
        assertThat(given(statements)).isEqualTo(printed);
        assertThat(statements(statements.stream().map(s -> s + "\n;\n").collect(Collectors.joining())))
                .as("cut, joined and cut again")
                .isEqualTo(statements);
    }

    /**
     * Runs a program that reads the script from its standard input.
     *
     * @param script the script
     * @param install what to install if there is no such program
     * @param command the program and its arguments
     * @return what it prints
     * @throws IOException if a file can't be read or written
     */
    protected final String output(String script, String install, String... command) throws IOException {
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
                .map(Statement::sql)
                .toList();
    }
}

package dev.palindrome.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every splitter keeps to, whatever its dialect: nothing lost, no surprise, no more time than the script is long. Extended
 * by a test of an adapter that has a splitter of its own.
 */
public abstract class SplitterContract {
    private static final int MEGABYTE = 1_000_000;
    private static final int RUNS = 20_000;
    private static final long SEED = 20_261_122;

    /**
     * Splits a script.
     *
     * @param script any script
     * @return its statements
     * @throws ProblemException if it can't be split, with its line
     */
    protected abstract List<Statement> split(SqlScript script);

    /** {@return what line comments begin with} */
    protected abstract List<String> lineComments();

    /**
     * Says whether a line comment begins a text.
     *
     * @param text what is left of a script
     * @return whether it does; where more than its first characters matter, a dialect says so
     */
    protected boolean beginsLineComment(String text) {
        return lineComments().stream().anyMatch(text::startsWith);
    }

    /** {@return whether block comments nest} */
    protected abstract boolean nestedComments();

    /** {@return pieces of this dialect's scripts, in each of which {@code #} stands for a number used nowhere else} */
    protected abstract List<String> fragments();

    /** {@return pieces that, repeated, could make this dialect's rules look far ahead or back again and again} */
    protected abstract List<String> costly();

    /**
     * Splits a text, for tests.
     *
     * @param text a script
     * @return each statement as {@code line: text}, with its kind behind the line if it isn't an ordinary one
     */
    protected final List<String> statements(String text) {
        return split(text).stream()
                .map(s -> s.location().line()
                        + (s.kind() == StatementKind.ORDINARY ? "" : " " + s.kind())
                        + ": " + s.sql())
                .toList();
    }

    /**
     * Splits a text that holds one statement.
     *
     * @param text the script
     * @return the statement's kind
     */
    protected final StatementKind kind(String text) {
        List<Statement> statements = split(text);
        assertThat(statements).as(text).hasSize(1);
        return statements.get(0).kind();
    }

    /**
     * Tries to split a text that can't be split.
     *
     * @param text the script
     * @return each problem, as {@code line code}
     */
    protected final List<String> problems(String text) {
        return refusal(text).stream()
                .map(p -> p.location().orElseThrow().line() + " " + p.code().path())
                .toList();
    }

    /**
     * Tries to split a text that can't be split.
     *
     * @param text the script
     * @return its problems
     */
    protected final List<Problem> refusal(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> split(text));
        assertThat(refused).as(text).isNotNull();
        return refused.problems();
    }

    @Test
    void any_mix_of_pieces_is_split_without_loss_or_refused_with_a_line() {
        Random random = new Random(SEED);
        List<String> pieces = Stream.concat(
                        fragments().stream(),
                        Stream.of(
                                ";",
                                "a#;",
                                " ",
                                "\n",
                                "\r\n",
                                "\f",
                                "\u00A0",
                                "\uFEFF",
                                "(",
                                ")",
                                "'b#'",
                                "'",
                                "\"c#;\"",
                                "\"",
                                "-- d#;'\n",
                                "/* e#;' */",
                                "/*",
                                "*/",
                                "-",
                                "/",
                                "$",
                                "f#",
                                "#",
                                "é#",
                                "𝒳"))
                .toList();
        int whole = 0;
        for (int run = 0; run < RUNS; run++) {
            StringBuilder script = new StringBuilder();
            for (int i = 1 + random.nextInt(12); i > 0; i--) {
                String number = Integer.toString(100_000 + script.length() + i * 500);
                script.append(pieces.get(random.nextInt(pieces.size())).replace("#", number))
                        .append(random.nextInt(3) == 0 ? " " : "");
            }
            whole += splitsWithoutLoss(script.toString()) ? 1 : 0;
        }
        assertThat(whole)
                .as("scripts that could be split, so that something was tested")
                .isGreaterThan(RUNS / 10);
    }

    @Test
    void a_megabyte_takes_less_than_a_second_and_four_of_them_less_than_four_whatever_is_in_them() {
        List<String> units = Stream.concat(
                        costly().stream(),
                        Stream.of(
                                "SELECT 1;\n",
                                "(1, 'x'),\n",
                                "-- x\n",
                                "/* x */ ",
                                "/*",
                                "(",
                                "'a' ",
                                "''",
                                "\n",
                                "\r",
                                ";",
                                "a ",
                                "1",
                                "\"a\" ",
                                "- / $ "))
                .toList();
        for (String unit : units) {
            for (int megabytes : List.of(1, 4)) {
                Duration most = Duration.ofSeconds(megabytes);
                assertThat(fastest(unit, megabytes * MEGABYTE, most))
                        .as(megabytes + " MB of " + unit)
                        .isLessThan(most);
            }
        }
    }

    private List<Statement> split(String text) {
        return split(new SqlScript(text, new Location("V1.sql", 1)));
    }

    private Duration fastest(String unit, int length, Duration most) {
        String script = unit.repeat(length / unit.length());
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < 3 && fastest.compareTo(most) >= 0; i++) {
            long start = System.nanoTime();
            try {
                split(script);
            } catch (ProblemException e) {
                assertThat(e.problems()).isNotEmpty();
            }
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            fastest = Collections.min(List.of(fastest, time));
        }
        return fastest;
    }

    private boolean splitsWithoutLoss(String script) {
        List<Statement> statements;
        try {
            statements = split(script);
        } catch (ProblemException e) {
            assertThat(e.problems())
                    .as(script)
                    .allMatch(p -> p.location().orElseThrow().line() > 0);
            return false;
        }
        int from = 0;
        List<Integer> lines = new ArrayList<>();
        for (Statement statement : statements) {
            int gap = lengthOfGap(script, from);
            assertThat(script.startsWith(statement.sql(), from + gap))
                    .as("<%s> stands at %d of <%s>", statement.sql(), from + gap, script)
                    .isTrue();
            lines.add(1
                    + (int) script.substring(0, from + gap)
                            .replace("\r\n", "\n")
                            .chars()
                            .filter(c -> c == '\n' || c == '\r')
                            .count());
            from += gap + statement.sql().length();
        }
        assertThat(from + lengthOfGap(script, from))
                .as("nothing is left of <%s>", script)
                .isEqualTo(script.length());
        assertThat(statements).as(script).extracting(s -> s.location().line()).isEqualTo(lines);
        return true;
    }

    /** {@return how much of the script is nothing but blanks, semicolons and comments from an index on} */
    private int lengthOfGap(String script, int from) {
        int i = from;
        while (i < script.length()) {
            char c = script.charAt(i);
            String rest = script.substring(i);
            if (c == ';' || c == '\uFEFF' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                i++;
            } else if (beginsLineComment(rest)) {
                i += (int) rest.chars().takeWhile(x -> x != '\n' && x != '\r').count();
            } else if (rest.startsWith("/*")) {
                i += lengthOfComment(rest);
            } else {
                break;
            }
        }
        return i - from;
    }

    private int lengthOfComment(String rest) {
        int depth = 0;
        int i = 0;
        do {
            if (rest.startsWith("*/", i)) {
                depth--;
                i += 2;
            } else if (rest.startsWith("/*", i) && (depth == 0 || nestedComments())) {
                depth++;
                i += 2;
            } else {
                i++;
            }
        } while (depth > 0);
        return i;
    }
}

package dev.palindrome.spi.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One line of a {@link StatementTable}, matched in time linear to the statement. */
final class StatementPattern {
    private static final String ANYTHING = "...";
    private static final String END = ";";

    /** What stands between the pattern's dots: the first at the statement's beginning, each other one anywhere behind. */
    private final List<List<String>> runs = new ArrayList<>();

    StatementPattern(String pattern) {
        List<String> run = new ArrayList<>();
        runs.add(run);
        for (String element : pattern.split(" ")) {
            if (element.equals(ANYTHING)) {
                run = new ArrayList<>();
                runs.add(run);
            } else {
                run.add(element);
            }
        }
    }

    boolean matches(List<Token> tokens) {
        int from = endOf(runs.get(0), tokens, 0);
        int depth = depthBehind(runs.get(0), 0);
        for (List<String> run : runs.subList(1, runs.size())) {
            from = from < 0 ? -1 : endOfFirst(run, tokens, from, depth);
            depth = depthBehind(run, depth);
        }
        return from >= 0;
    }

    private static int depthBehind(List<String> run, int depth) {
        int behind = depth;
        for (String element : run) {
            behind += element.equals("(") ? 1 : element.equals(")") ? -1 : 0;
        }
        return behind;
    }

    /** Looks for a run within the parentheses where the search begins, and not in those that open within these. */
    private static int endOfFirst(List<String> run, List<Token> tokens, int from, int depth) {
        int wanted = !run.isEmpty() && run.get(0).equals(")") ? depth - 1 : depth;
        for (int i = from; i <= tokens.size(); i++) {
            int found = i == tokens.size() ? 0 : tokens.get(i).depth();
            if (found < wanted) {
                return -1;
            }
            int end = found == wanted ? endOf(run, tokens, i) : -1;
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** {@return the index behind the run if the tokens go on with it at an index, or -1} */
    private static int endOf(List<String> run, List<Token> tokens, int index) {
        int i = index;
        for (String element : run) {
            boolean optional = element.length() > 1 && element.startsWith("[");
            String choices = optional ? element.substring(1, element.length() - 1) : element;
            if (i == tokens.size() ? choices.equals(END) : isOneOf(choices, tokens.get(i))) {
                i++;
            } else if (!optional) {
                return -1;
            }
        }
        return i;
    }

    private static boolean isOneOf(String choices, Token token) {
        return Arrays.stream(choices.split("\\|")).anyMatch(token::is);
    }
}

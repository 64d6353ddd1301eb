package dev.palindrome.spi.sql;

import java.util.ArrayList;
import java.util.List;

/** One line of a {@link StatementTable}, matched in time linear to the statement. */
final class StatementPattern {
    private static final String ANYTHING = "...";
    private static final String END = ";";

    /** What stands between the pattern's dots: the first at the statement's beginning, each other one anywhere behind. */
    private final List<List<Element>> runs = new ArrayList<>();

    StatementPattern(String pattern) {
        List<Element> run = new ArrayList<>();
        runs.add(run);
        for (String element : pattern.split(" ")) {
            if (element.equals(ANYTHING)) {
                run = new ArrayList<>();
                runs.add(run);
            } else {
                run.add(Element.of(element));
            }
        }
    }

    boolean matches(List<Token> tokens) {
        int from = endOf(runs.get(0), tokens, 0);
        int depth = depthBehind(runs.get(0), 0);
        for (int i = 1; i < runs.size() && from >= 0; i++) {
            from = endOfFirst(runs.get(i), tokens, from, depth);
            depth = depthBehind(runs.get(i), depth);
        }
        return from >= 0;
    }

    private static int depthBehind(List<Element> run, int depth) {
        int behind = depth;
        for (Element element : run) {
            behind += element.isOnly("(") ? 1 : element.isOnly(")") ? -1 : 0;
        }
        return behind;
    }

    /** Looks for a run within the parentheses where the search begins, and not in those that open within these. */
    private static int endOfFirst(List<Element> run, List<Token> tokens, int from, int depth) {
        int wanted = !run.isEmpty() && run.get(0).isOnly(")") ? depth - 1 : depth;
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
    private static int endOf(List<Element> run, List<Token> tokens, int index) {
        int i = index;
        for (Element element : run) {
            if (i == tokens.size() ? element.isOnly(END) : element.fits(tokens.get(i))) {
                i++;
            } else if (!element.optional) {
                return -1;
            }
        }
        return i;
    }

    private record Element(List<String> choices, boolean optional) {

        static Element of(String text) {
            boolean optional = text.length() > 1 && text.startsWith("[");
            String choices = optional ? text.substring(1, text.length() - 1) : text;
            return new Element(List.of(choices.split("\\|")), optional);
        }

        boolean fits(Token token) {
            for (String choice : choices) {
                if (token.is(choice)) {
                    return true;
                }
            }
            return false;
        }

        boolean isOnly(String text) {
            return choices.size() == 1 && choices.get(0).equals(text);
        }
    }
}

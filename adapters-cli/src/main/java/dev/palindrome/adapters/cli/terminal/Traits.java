package dev.palindrome.adapters.cli.terminal;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

/**
 * What is at the other ends of the streams.
 *
 * @param inputIsTerminal whether somebody can answer
 * @param outputIsTerminal whether somebody looks at standard output
 * @param errorIsTerminal whether somebody looks at standard error
 * @param unicode whether they see more than ASCII
 * @param columns how wide a line can be
 */
public record Traits(
        boolean inputIsTerminal, boolean outputIsTerminal, boolean errorIsTerminal, boolean unicode, int columns) {
    /** No terminal anywhere. */
    public static final Traits NONE = new Traits(false, false, false, true, 80);

    /** The launcher's report: the descriptors that are terminals, such as {@code 02}. Java can't tell them apart. */
    static final String TERMINALS = "palindrome.terminals";

    /** Set where the locale that the user has is not the one that the launcher gave to Java. */
    private static final String ASCII = "palindrome.ascii";

    private static final String COLUMNS = "palindrome.columns";

    /** {@return what the launcher found; without one, what Java can find out by itself} */
    public static Traits detect() {
        String terminals = System.getProperty(TERMINALS);
        if (terminals == null) {
            terminals = consoleIsTerminal() ? "012" : "";
        }
        boolean unicode = Streams.nativeCharset().equals(StandardCharsets.UTF_8) && !Boolean.getBoolean(ASCII);
        return new Traits(
                terminals.contains("0"),
                terminals.contains("1"),
                terminals.contains("2"),
                unicode,
                Math.max(20, Integer.getInteger(COLUMNS, 80)));
    }

    /** Up to Java 21 there is a console only if there is a terminal; since 22 it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean consoleIsTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}

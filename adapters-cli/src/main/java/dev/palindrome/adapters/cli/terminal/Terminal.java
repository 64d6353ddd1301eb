package dev.palindrome.adapters.cli.terminal;

import dev.palindrome.adapters.cli.terminal.Manner.Format;
import dev.palindrome.adapters.cli.terminal.Manner.Talk;
import dev.palindrome.application.json.ResultJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The user's end of a command: where answers go and questions are asked, in the manner that the user wants. The one place,
 * beside {@code Main}, that knows the process's streams.
 */
public final class Terminal {
    /** Shows nothing and is never answered: what an embedding program has. */
    public static final Terminal INERT = new Terminal(Streams.NONE, Traits.NONE, Manner.USUAL, Map.of());

    private final Streams streams;
    private final Traits traits;
    private final Manner manner;
    private final boolean colorsAreWelcome;
    private boolean hasLiveLine;

    /** A terminal on these streams. */
    public Terminal(Streams streams, Traits traits, Manner manner, Map<String, String> environment) {
        this.streams = streams;
        this.traits = traits;
        this.manner = manner;
        this.colorsAreWelcome = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Prints an answer in the user's manner. */
    public void print(Answer answer) {
        wipe();
        if (isJson()) {
            streams.data().println(ResultJson.document(answer::json));
        } else {
            answer.text(this);
        }
        streams.flush();
        new ProblemText(errStyle(), streams.err()).print(answer.heading(), answer.problems());
        streams.flush();
    }

    /** Says something between answers. */
    public void say(String text) {
        tale().println(outStyle().sentence(text));
        streams.flush();
    }

    /** Shows a command as if it had been typed. */
    public void sayCommand(String command) {
        say(outStyle().strong("$ " + command));
    }

    /** Standard output is for the answer alone where programs read it. */
    private PrintWriter tale() {
        return isJson() ? streams.err() : streams.out();
    }

    /** Prints what helps to find out why something went wrong. */
    public void details(String text) {
        wipe();
        streams.err().println(text.stripTrailing());
        streams.flush();
    }

    /** {@return where people read answers} */
    PrintWriter out() {
        return streams.out();
    }

    /** {@return where people read everything else} */
    PrintWriter err() {
        return streams.err();
    }

    /** Writes out whatever is still held back. */
    void flush() {
        streams.flush();
    }

    /** Writes a line on standard error over the one before, for somebody who watches. */
    synchronized void overwrite(String text) {
        String line = errStyle().sentence(text.replaceAll("[\\s\\p{Cntrl}]+", " "));
        int most = traits.columns() - 1;
        streams.err().print("\r\u001B[K" + (line.length() > most ? line.substring(0, most) : line));
        streams.flush();
        hasLiveLine = true;
    }

    /** Takes that line away. */
    synchronized void wipe() {
        if (hasLiveLine) {
            streams.err().print("\r\u001B[K");
            streams.flush();
            hasLiveLine = false;
        }
    }

    /** {@return the next line that the user types, empty at the end of the input} */
    String readLine() {
        try {
            String line = streams.in().readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether programs read standard output} */
    public boolean isJson() {
        return manner.format() == Format.JSON;
    }

    boolean isQuiet() {
        return manner.talk() == Talk.QUIET;
    }

    /** {@return whether the user wants to see more than usual} */
    public boolean isVerbose() {
        return manner.talk() == Talk.VERBOSE;
    }

    /** {@return whether somebody watches who would like to see how far we are} */
    boolean isLive() {
        return traits.errorIsTerminal() && !isQuiet() && !isJson();
    }

    boolean canAsk() {
        return traits.inputIsTerminal();
    }

    Style outStyle() {
        return style(traits.outputIsTerminal());
    }

    Style errStyle() {
        return style(traits.errorIsTerminal());
    }

    private Style style(boolean isTerminal) {
        boolean colored = switch (manner.color()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> isTerminal && colorsAreWelcome;
        };
        return new Style(colored, traits.unicode());
    }
}

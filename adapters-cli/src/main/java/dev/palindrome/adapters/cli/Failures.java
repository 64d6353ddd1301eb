package dev.palindrome.adapters.cli;

import com.google.inject.ProvisionException;
import dev.palindrome.adapters.cli.terminal.Manner;
import dev.palindrome.adapters.cli.terminal.Refusal;
import dev.palindrome.adapters.cli.terminal.Terminal;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Kind;
import dev.palindrome.spi.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers when a command line can't be read, or a command ends with an exception. */
final class Failures {
    private static final Problem.Code USAGE = new Problem.Code("command-line/invalid", Kind.INPUT);
    private static final Problem.Code LOST = new Problem.Code("output/lost", Kind.INTERNAL);
    private static final Refusable ANY = new Refusable() {};

    private final Context context;

    Failures(Context context) {
        this.context = context;
    }

    /** Answers to a command line that makes no sense. */
    int usage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String message = e instanceof UnmatchedArgumentException unmatched ? unmatched(unmatched) : message(e);
        String see = " See '" + command.getCommandSpec().qualifiedName() + " --help'.";
        Problem problem = Problem.error(USAGE, sentence(Secrets.redacted(message)) + see);
        return answer(command, List.of(problem), context.terminal(manner(args)));
    }

    /** Answers to an exception. */
    int thrown(Throwable e, CommandLine command) {
        Terminal terminal = context.terminal();
        if (e instanceof ProblemException problem) {
            return answer(command, problem.problems(), terminal);
        }
        if (e instanceof ProvisionException wrapper && wrapper.getCause() != null) {
            return thrown(wrapper.getCause(), command);
        }
        Problem problem = Problem.error(
                Codes.INTERNAL_ERROR,
                "Something went wrong inside Palindrome or a plug-in: " + sentence(Secrets.redacted(e.toString()))
                        + (terminal.isVerbose()
                                ? ""
                                : " Run it again with -v for the details, and please report them."));
        if (terminal.isVerbose()) {
            terminal.details(Secrets.redacted(trace(e)));
        }
        return answer(command, List.of(problem), terminal);
    }

    /** Answers, where it can be read, to a standard output that fails. Another failure's code stays. */
    int lostOutput(int code) {
        if (code != ExitCode.DONE.code()) {
            return code;
        }
        Problem problem = Problem.error(
                LOST,
                "The command is done, but not all that it says could be written to standard output. "
                        + "Is the disk full that it is redirected to?");
        PrintWriter err = context.surroundings().streams().err();
        err.println("error: " + problem);
        err.flush();
        return ExitCode.of(List.of(problem)).code();
    }

    private static int answer(CommandLine command, List<Problem> problems, Terminal terminal) {
        Refusable refusable = command.getCommand() instanceof Refusable known ? known : ANY;
        terminal.print(new Refusal(refusable.refused(problems)));
        return ExitCode.of(problems).code();
    }

    /** The options may not have been read as far as {@code --output}. */
    private Manner manner(String[] args) {
        String all = String.join(" ", args) + " ";
        Manner read = context.options().manner();
        return all.matches("(?is).*--output[ =]json .*")
                ? new Manner(Manner.Format.JSON, read.color(), read.talk())
                : read;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        boolean command = e.getCommandLine().getParent() == null && !first.startsWith("-");
        String found = command ? "There is no command '" + first + "'." : sentence(message(e));
        List<String> suggestions = e.getSuggestions();
        return suggestions.isEmpty() ? found : found + " Did you mean '" + suggestions.get(0) + "'?";
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("?") ? stripped : stripped + ".";
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

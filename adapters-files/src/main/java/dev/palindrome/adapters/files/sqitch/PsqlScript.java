package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.FolderFiles;
import dev.palindrome.adapters.files.source.LineEnds;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What psql would send of a script: with its variables replaced, and with the files that it includes. Commands that only
 * write to the screen are left out, {@code \set} and {@code \i} are followed, and every other command is refused with its
 * line. Where a file is included, the script is cut, so that every statement keeps its file and line.
 */
final class PsqlScript {
    private static final Set<String> SCREEN =
            Set.of("echo", "qecho", "warn", "pset", "timing", "t", "x", "a", "f", "H", "C", "conninfo", "errverbose");
    private static final Set<String> INCLUDES = Set.of("i", "include", "ir", "include_relative");
    private static final Set<String> OFF = Set.of("off", "0", "false", "no");
    private static final int DEEPEST = 20;

    private final FolderFiles files;
    private final PsqlVariables variables;
    private final Findings findings;
    private final List<Operation> pieces = new ArrayList<>();

    PsqlScript(FolderFiles files, PsqlVariables variables, Findings findings) {
        this.files = files;
        this.variables = variables;
        this.findings = findings;
    }

    /** {@return the pieces of a file and of all that it includes} */
    List<Operation> read(SourceFile file, String path) {
        new Pass(file, path, Set.of()).run();
        return pieces;
    }

    /** One reading of one file. */
    private final class Pass {
        private final SourceFile file;
        private final String path;
        private final Set<String> open;
        private final String text;
        private final StringBuilder expanded = new StringBuilder();
        private int pieceStart;
        private int pieceLine = 1;
        private int line = 1;
        private boolean isInStatement;

        /** Reads a file that those which are open include. */
        Pass(SourceFile file, String path, Set<String> open) {
            this.file = file;
            this.path = path;
            this.open = new HashSet<>(open);
            this.open.add(path);
            this.text = file.text();
        }

        void run() {
            int at = 0;
            while (at < text.length()) {
                int behind = PsqlLexer.skip(text, at);
                if (behind > at) {
                    boolean isComment = text.charAt(at) == '-' || text.charAt(at) == '/';
                    isInStatement |= !isComment;
                    keep(at, behind);
                    at = behind;
                } else if (text.charAt(at) == '\\') {
                    int end = LineEnds.endOfLine(text, at);
                    command(PsqlCommand.parse(text.substring(at, end), variables), end);
                    at = end;
                } else if (text.charAt(at) == ':') {
                    at = colon(at);
                } else {
                    char character = text.charAt(at);
                    isInStatement = character != ';' && (isInStatement || !Character.isWhitespace(character));
                    keep(at, at + 1);
                    at++;
                }
            }
            endPiece(text.length());
        }

        private int colon(int at) {
            isInStatement = true;
            boolean isCast = text.startsWith("::", at) || text.startsWith(":=", at);
            Optional<PsqlVariables.Use> use = isCast ? Optional.empty() : PsqlVariables.at(text, at);
            if (use.isEmpty()) {
                int end = isCast ? at + 2 : at + 1;
                keep(at, end);
                return end;
            }
            String name = use.get().name();
            Optional<String> value = variables.get(name);
            if (value.isPresent()) {
                expanded.append(use.get().written(value.get()));
            } else {
                if (variables.isOfTheConnection(name)) {
                    refuse("':" + name + "' is a variable that psql sets from its connection");
                }
                keep(at, use.get().end());
            }
            return use.get().end();
        }

        private void keep(int from, int to) {
            expanded.append(text, from, to);
            for (int i = from; i < to; i++) {
                char character = text.charAt(i);
                boolean isPair = character == '\n' && i > 0 && text.charAt(i - 1) == '\r';
                line += (character == '\n' && !isPair) || character == '\r' ? 1 : 0;
            }
        }

        private void command(PsqlCommand command, int end) {
            if (INCLUDES.contains(command.name())) {
                include(command, end);
            } else if (command.name().equals("set")) {
                set(command);
            } else if (command.name().equals("unset")) {
                variables.unset(command.argument(0));
            } else if (!SCREEN.contains(command.name()) || isInStatement) {
                refuse("'" + command.written() + "' is a command of psql that can't be carried over");
            }
        }

        private void set(PsqlCommand command) {
            String name = command.argument(0);
            String value = command.arguments().size() < 2
                    ? ""
                    : String.join(
                            "",
                            command.arguments().subList(1, command.arguments().size()));
            boolean isOff = OFF.contains(value.toLowerCase(java.util.Locale.ROOT));
            boolean changesErrors = (name.equals("ON_ERROR_STOP") || name.equals("AUTOCOMMIT")) == isOff
                    && Set.of("ON_ERROR_STOP", "AUTOCOMMIT", "ON_ERROR_ROLLBACK")
                            .contains(name);
            if (changesErrors) {
                refuse("'" + command.written()
                        + "' changes what psql does with errors or transactions, which here stay the"
                        + " same for all migrations");
            } else if (command.written().indexOf('`') >= 0) {
                refuse("'" + command.written() + "' runs a program");
            } else {
                variables.set(name, value);
            }
        }

        private void include(PsqlCommand command, int end) {
            String wanted = command.argument(0);
            boolean isRelative = command.name().equals("ir") || command.name().equals("include_relative");
            int slash = path.lastIndexOf('/');
            String target = isRelative && slash >= 0 ? path.substring(0, slash + 1) + wanted : wanted;
            String straight = FolderFiles.normal(target).orElse(target);
            if (isInStatement || open.contains(straight) || open.size() > DEEPEST) {
                refuse("'" + command.written() + "' includes a file in the middle of a statement, or itself");
                return;
            }
            Optional<SourceFile> included = files.read(target);
            if (included.isEmpty()) {
                findings.error(
                        SqitchCodes.INCLUDE,
                        "'" + command.written() + "' includes " + files.named(target)
                                + ", which isn't there, or not in this folder. Put the file there, or correct the path: it"
                                + " counts from the folder of " + (isRelative ? "this script." : "sqitch.conf."),
                        here());
                return;
            }
            endPiece(end);
            new Pass(included.get(), straight, open).run();
            pieceStart = end;
            pieceLine = line;
        }

        private void endPiece(int end) {
            SqlScript piece = new SqlScript(expanded.toString(), new Location(file.name(), pieceLine));
            if (!expanded.toString().isBlank()) {
                pieces.add(ExpandedScript.of(piece, text.substring(pieceStart, end), variables::secrets));
            }
            expanded.setLength(0);
        }

        private void refuse(String what) {
            findings.error(
                    SqitchCodes.META_COMMAND,
                    what + ". Write SQL that does the same, or set a variable with \\set or in sqitch.conf.",
                    here());
        }

        private Location here() {
            return new Location(file.name(), line);
        }
    }
}

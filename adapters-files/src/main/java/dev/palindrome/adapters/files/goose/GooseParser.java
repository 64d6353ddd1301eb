package dev.palindrome.adapters.files.goose;

import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.OpenEnd;
import dev.palindrome.adapters.files.source.Secrets;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts one file into statements where goose cuts it: at lines whose last word before a comment ends in a semicolon, and around
 * the blocks of {@code StatementBegin} and {@code StatementEnd}. Quotes don't count for that. Whatever goose refuses is refused;
 * what it cuts in the middle of quotes gets a warning.
 */
final class GooseParser {
    private final SourceFile file;
    private final Map<String, String> environment;
    private final Secrets secrets;
    private final Findings findings;
    private final List<Operation> up = new ArrayList<>();
    private final List<Operation> down = new ArrayList<>();
    private Optional<Line> upMarker = Optional.empty();
    private Optional<Line> downMarker = Optional.empty();
    private Optional<Line> block = Optional.empty();
    /** A block without SQL that has ended: goose still waits for its statement, and takes the next line of SQL for its end. */
    private Optional<Line> emptyBlock = Optional.empty();

    private Optional<Piece> open = Optional.empty();
    private boolean expands;
    private boolean transactional = true;

    GooseParser(SourceFile file, Map<String, String> environment, Secrets secrets, Findings findings) {
        this.file = file;
        this.environment = environment;
        this.secrets = secrets;
        this.findings = findings;
    }

    /**
     * Reads the file.
     *
     * @return its halves
     * @throws ProblemException if goose would refuse it, or lose a part of it
     */
    Halves read() {
        for (Line line : file.lines()) {
            if (Annotation.isOne(line.content())) {
                annotation(line);
            } else {
                text(line);
            }
        }
        if (upMarker.isEmpty()) {
            throw problem(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "The file has no line " + Annotation.UP + ". Put it above the SQL.",
                    file.place());
        }
        if (block.isPresent()) {
            throw problem(
                    GooseCodes.ANNOTATION,
                    "The block is not closed. Put " + Annotation.STATEMENT_END + " below its last line.",
                    file.at(block.get()));
        }
        refuseUnfinished();
        return new Halves(up, down, downMarker.map(file::at), transactional);
    }

    private void annotation(Line line) {
        Annotation annotation = Annotation.parse(line.content())
                .filter(known -> !Character.isWhitespace(line.content().charAt(0)))
                .orElseThrow(() -> problem(
                        GooseCodes.ANNOTATION,
                        "'" + line.content() + "' is no annotation of goose. It knows, from the first column on, "
                                + Annotation.all() + ". Correct it, or write the comment without '" + Annotation.MARK
                                + "'.",
                        file.at(line)));
        switch (annotation) {
            case UP -> {
                require(upMarker.isEmpty(), "stands twice", line, annotation);
                upMarker = Optional.of(line);
            }
            case DOWN -> {
                require(upMarker.isPresent(), "stands above " + Annotation.UP, line, annotation);
                require(downMarker.isEmpty(), "stands twice", line, annotation);
                require(block.isEmpty(), "stands within a block", line, annotation);
                refuseUnfinished();
                downMarker = Optional.of(line);
                emptyBlock = Optional.empty();
            }
            case STATEMENT_BEGIN -> {
                require(upMarker.isPresent(), "stands above " + Annotation.UP, line, annotation);
                require(block.isEmpty(), "stands within a block", line, annotation);
                block = Optional.of(line);
                emptyBlock = Optional.empty();
            }
            case STATEMENT_END -> {
                require(block.isPresent(), "has no " + Annotation.STATEMENT_BEGIN + " above it", line, annotation);
                endBlock(block.orElseThrow());
            }
            case NO_TRANSACTION -> transactional = false;
            case ENVSUB_ON -> expands = true;
            case ENVSUB_OFF -> expands = false;
        }
    }

    private void endBlock(Line begin) {
        open.ifPresentOrElse(this::end, () -> emptyBlock = Optional.of(begin));
        block = Optional.empty();
    }

    private void text(Line line) {
        if (Annotation.isAlmost(line.content())) {
            throw problem(
                    GooseCodes.ANNOTATION,
                    "The comment '" + line.content().strip()
                            + "' looks like an annotation, and is none. Write '-- " + Annotation.MARK
                            + "', or reword it.",
                    file.at(line));
        }
        boolean isComment = line.content().strip().startsWith("--");
        if (open.isEmpty() && (isComment || line.content().isBlank())) {
            return;
        }
        if (upMarker.isEmpty()) {
            throw problem(
                    GooseCodes.ANNOTATION,
                    "SQL stands above " + Annotation.UP + ". Move it below that line.",
                    file.at(line));
        }
        if (emptyBlock.isPresent()) {
            throw problem(
                    GooseCodes.EMPTY_BLOCK,
                    "The block holds no SQL, and goose loses the line of SQL that follows it, line " + line.number()
                            + ". Remove the block.",
                    file.at(emptyBlock.get()));
        }
        String expanded = expands ? Variables.replace(environment, line.content(), file.at(line)) : line.content();
        Piece piece = open.orElseGet(() -> new Piece(line));
        piece.add(line, expanded);
        open = Optional.of(piece);
        if (block.isEmpty() && endsStatement(expanded)) {
            warnOfCut(piece);
            end(piece);
        }
    }

    /** A semicolon ends a statement if the last word ends with it, or the last before a word that begins a comment. */
    private static boolean endsStatement(String line) {
        String last = "";
        for (String word : line.strip().split("\\s+")) {
            if (word.startsWith("--")) {
                break;
            }
            last = word;
        }
        return last.endsWith(";");
    }

    private void warnOfCut(Piece piece) {
        OpenEnd.of(piece.expanded.toString())
                .ifPresent(quote -> findings.warning(
                        GooseCodes.STATEMENT_CUT,
                        "goose ends the statement with this line, though " + quote.mark() + " of line "
                                + (piece.first.number() + quote.line() - 1) + " is still open. Put "
                                + Annotation.STATEMENT_BEGIN
                                + " above the statement and " + Annotation.STATEMENT_END + " below it.",
                        file.at(piece.last)));
    }

    private void end(Piece piece) {
        SqlScript script = new SqlScript(piece.expanded.toString(), file.at(piece.first));
        if (!script.isEmpty()) {
            (downMarker.isPresent() ? down : up).add(ExpandedScript.of(script, piece.written(), () -> secrets));
        }
        open = Optional.empty();
    }

    private void refuseUnfinished() {
        open.ifPresent(piece -> {
            throw problem(
                    GooseCodes.UNFINISHED,
                    "No semicolon ends the statement, so goose doesn't run it. Put one at the end of line "
                            + piece.last.number() + ".",
                    file.at(piece.first));
        });
    }

    private void require(boolean holds, String otherwise, Line line, Annotation annotation) {
        if (!holds) {
            throw problem(GooseCodes.ANNOTATION, annotation + " " + otherwise + ". Move or remove it.", file.at(line));
        }
    }

    private static ProblemException problem(Problem.Code code, String message, Location place) {
        return new ProblemException(Problem.error(code, message).at(place));
    }

    /** A statement, or what stands in a block, as far as it has been read. */
    private final class Piece {
        private final Line first;
        private final StringBuilder expanded = new StringBuilder();
        private Line last;

        Piece(Line first) {
            this.first = first;
            this.last = first;
        }

        void add(Line line, String content) {
            expanded.append(file.text(), expanded.length() == 0 ? line.start() : last.end(), line.start());
            expanded.append(content);
            last = line;
        }

        String written() {
            return file.text().substring(first.start(), last.end());
        }
    }

    /**
     * What a file holds.
     *
     * @param up the forwards half, a script for each of goose's statements
     * @param down the backwards half
     * @param downMarker where the backwards half begins; empty if there is none
     * @param transactional whether both run in transactions
     */
    record Halves(List<Operation> up, List<Operation> down, Optional<Location> downMarker, boolean transactional) {}
}

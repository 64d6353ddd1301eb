package dev.palindrome.adapters.files.goose;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.LineEnds;
import dev.palindrome.adapters.files.source.Texts;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folders written for goose, read as they are: files {@code VERSION_NAME.sql} with the sections {@code -- +goose Up} and {@code
 * -- +goose Down}, ordered by number. The migration's id is the number without leading zeros. Statements end where goose ends
 * them, {@code NO TRANSACTION} and {@code ENVSUB} mean what they mean there.
 *
 * <p>What goose passes over in silence is reported: a missing or empty Down is an absent reversal, a variable that isn't set
 * an error, and so is a migration in Go, since what it does would be missing.
 */
public final class GooseFormat implements MigrationFormat {

    /** For ServiceLoader. */
    public GooseFormat() {}

    @Override
    public String name() {
        return "goose";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        return Texts.any(
                folder,
                fileName -> GooseName.parse(fileName).filter(GooseName::isSql).isPresent(),
                GooseFormat::hasUp);
    }

    private static boolean hasUp(String text) {
        int mark = text.indexOf(Annotation.MARK);
        while (mark >= 0) {
            int start = Math.max(text.lastIndexOf('\n', mark), text.lastIndexOf('\r', mark)) + 1;
            String line = text.substring(start, LineEnds.endOfLine(text, mark));
            if (Annotation.isOne(line)
                    && Annotation.parse(line).filter(Annotation.UP::equals).isPresent()) {
                return true;
            }
            mark = text.indexOf(Annotation.MARK, mark + 1);
        }
        return false;
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new GooseReader(folder).read();
    }

    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String name = FileNames.of(request.description(), "migration");
        Map<String, String> files = new TreeMap<>();
        files.put(FileNames.version(request.now()) + "_" + name + ".sql", """
                -- +goose Up
                -- Write here, in SQL, what the migration changes. A statement ends with the line that ends
                -- in a semicolon; one with more of them stands in a block of StatementBegin and StatementEnd.

                -- +goose Down
                -- Write here what brings the schema and the data back to what they were.
                -- As long as this section holds no SQL, the migration counts as irreversible.
                """);
        return request.inSql(files);
    }
}

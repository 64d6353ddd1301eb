package dev.palindrome.adapters.files.dbmate;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.adapters.files.source.Texts;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folders written for dbmate, read as they are: files {@code VERSION_NAME.sql} with the markers {@code -- migrate:up} and {@code
 * -- migrate:down}, in the order of their names. The migration's id is the version as written. A half with the option {@code
 * transaction:false} runs without a transaction.
 *
 * <p>A file of several sections, which dbmate half-applies, is one migration; its sections are reversed last to first.
 */
public final class DbmateFormat implements MigrationFormat {

    /** For ServiceLoader. */
    public DbmateFormat() {}

    @Override
    public String name() {
        return "dbmate";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        return Texts.any(
                folder,
                fileName -> DbmateName.parse(fileName).isPresent(),
                text -> text.contains("migrate:up")
                        && new SourceFile(text, "")
                                .lines().stream()
                                        .anyMatch(line -> Marker.parse(line).isPresent()));
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new DbmateReader(folder).read();
    }

    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String name = FileNames.of(request.description(), "migration");
        Map<String, String> files = new TreeMap<>();
        files.put(FileNames.version(request.now()) + "_" + name + ".sql", """
                -- migrate:up
                -- Write here, in SQL, what the migration changes.

                -- migrate:down
                -- Write here what brings the schema and the data back to what they were.
                -- As long as this half holds no SQL, the migration counts as irreversible.
                """);
        return request.inSql(files);
    }
}

package dev.palindrome.adapters.files.play;

import dev.palindrome.adapters.files.source.Texts;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Folders written for Play Evolutions, read as they are: {@code 1.sql}, {@code 2.sql} and so on, each with the markers {@code #
 * --- !Ups} and {@code # --- !Downs}. The migration's id is the number. Statements end where Play ends them, and {@code ;;} is a
 * semicolon that ends none; the values of substitutions are the pack's settings.
 *
 * <p>What Play passes over in silence is an error: SQL above the first marker, and what follows a gap in the numbers.
 */
public final class PlayFormat implements MigrationFormat {

    /** For ServiceLoader. */
    public PlayFormat() {}

    @Override
    public String name() {
        return "play";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        return Texts.any(folder, fileName -> PlayName.parse(fileName).isPresent(), Evolution::hasMarker);
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new PlayReader(folder).read();
    }

    /** Evolutions are counted, so the next number follows from those that are there. */
    @Override
    public Optional<Draft> draft(DraftRequest request) {
        long last = request.before().stream()
                .mapToLong(migration -> Long.parseLong(migration.id().value()))
                .max()
                .orElse(0);
        String description = request.description();
        String header = description.isBlank() ? "" : "-- " + description.strip().replaceAll("\\s+", " ") + "\n\n";
        return request.inSql(Map.of((last + 1) + ".sql", header + """
                -- !Ups
                -- Write here, in SQL, what the migration changes. A semicolon within a statement is written twice.

                -- !Downs
                -- Write here what brings the schema and the data back to what they were.
                -- As long as this section holds no SQL, the migration counts as irreversible.
                """));
    }
}

package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folders written for Flyway, read as they are, with all folders in them: {@code V1__title.sql}, its reversal {@code
 * U1__title.sql}, and {@code R__title.sql}, which runs again when it has changed. A migration's id is its version without
 * leading zeros, or for a repeatable one {@code R__title}. Flyway has no way back from those; here {@code U__title.sql} can be
 * one.
 *
 * <p>What Flyway's configuration says about names and placeholders is read where it is found, and can be said in the settings
 * of the pack. Migrations in Java and callbacks are named, file by file.
 */
public final class FlywayFormat implements MigrationFormat {

    /** For ServiceLoader. */
    public FlywayFormat() {}

    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        try {
            return FlywayFiles.hasMigration(folder, FlywayOptions.of(folder));
        } catch (ProblemException e) {
            return FlywayFiles.hasMigration(
                    folder, FlywayOptions.NONE); // whoever reads it is told of its configuration
        }
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new FlywayReader(folder).read();
    }

    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String title = FileNames.of(request.description(), "migration");
        String stem = FileNames.version(request.now()) + "__" + title + ".sql";
        Map<String, String> files = new TreeMap<>();
        files.put("V" + stem, "-- Write here, in SQL, what the migration changes.\n");
        files.put("U" + stem, """
                -- Write here what brings the schema and the data back to what they were.
                -- As long as this file holds no SQL, the migration counts as irreversible.
                """);
        return request.inSql(files);
    }
}

package dev.palindrome.adapters.files.golangmigrate;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folders written for golang-migrate, read as they are: pairs of {@code VERSION_TITLE.up.sql} and {@code
 * VERSION_TITLE.down.sql}, ordered by number. The migration's id is the number without leading zeros, so that {@code 001}
 * renamed to {@code 1} is the same migration, as it is for golang-migrate.
 *
 * <p>What golang-migrate passes over in silence is reported here: a missing or empty down file is an absent reversal, an SQL
 * file that it would ignore gets a warning.
 */
public final class GolangMigrateFormat implements MigrationFormat {
    /** For ServiceLoader. */
    public GolangMigrateFormat() {}

    @Override
    public String name() {
        return "golang-migrate";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        return folder.fileNames().stream().anyMatch(GolangMigrateFormat::isHalf);
    }

    /** {@return whether a file holds half of a migration of golang-migrate by its name} */
    public static boolean isHalf(String fileName) {
        return GolangMigrateName.parse(fileName).isPresent();
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new GolangMigrateReader(folder).read();
    }

    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String title = FileNames.of(request.description(), "migration");
        String stem = FileNames.version(request.now()) + "_" + title;
        Map<String, String> files = new TreeMap<>();
        files.put(stem + ".up.sql", "-- Write here, in SQL, what the migration changes.\n");
        files.put(stem + ".down.sql", """
                -- Write here what brings the schema and the data back to what they were.
                -- As long as this file holds no SQL, the migration counts as irreversible.
                """);
        return request.inSql(files);
    }
}

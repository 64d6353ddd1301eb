package dev.palindrome.adapters.files.diesel;

import dev.palindrome.adapters.files.source.Digits;
import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folders written for Diesel, read as they are: a folder {@code VERSION_NAME} for each migration, with {@code up.sql}, {@code
 * down.sql} and perhaps {@code metadata.toml} in it. The migration's id is the version without dashes, by which they are ordered
 * as texts.
 */
public final class DieselFormat implements MigrationFormat {
    /** What Diesel's own {@code migration generate} takes for a version. */
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** For ServiceLoader. */
    public DieselFormat() {}

    @Override
    public String name() {
        return "diesel";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        return folder.subfolderNames().stream()
                .anyMatch(name -> Digits.isDigit(name.charAt(0))
                        && folder.subfolder(name).fileNames().contains(DieselReader.UP));
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new DieselReader(folder).read();
    }

    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String name = FileNames.of(request.description(), "migration");
        String stem = VERSION.format(request.now()) + "_" + name + "/";
        Map<String, String> files = new TreeMap<>();
        files.put(stem + DieselReader.UP, "-- Write here, in SQL, what the migration changes.\n");
        files.put(stem + DieselReader.DOWN, """
                -- Write here what brings the schema and the data back to what they were.
                -- As long as this file holds no SQL, the migration counts as irreversible.
                """);
        return request.inSql(files);
    }
}

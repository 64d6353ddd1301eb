package dev.palindrome.adapters.files;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.yaml.MigrationSchema;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Our own files, in SQL and in YAML, freely mixed. Every {@code .sql} file of the folder is one migration, {@code
 * ID__description.sql} with the sections {@code -- forwards} and {@code -- backwards}, or half of a pair, {@code
 * ID__description.forwards.sql} and {@code ID__description.backwards.sql}. Every {@code .yaml} or {@code .yml} file is one
 * migration of typed operations, but for {@code pack.yaml} and {@code palindrome.yaml}. Other files aren't looked at.
 * Migrations go forwards in {@link IdOrder}.
 */
public final class PalindromeFormat implements MigrationFormat {
    private static final DateTimeFormatter CLOCK_ID = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH-mm-ss-SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String DRAFT = """
            -- forwards
            -- Write here, in SQL, what the migration changes.

            -- backwards
            -- Write here what brings the schema and the data back to what they were.
            -- If there is nothing to bring back, make the marker above read '-- backwards: none needed'.
            -- If it can't be done, say why: '-- backwards: irreversible because …'.
            """;
    private static final String YAML_DRAFT = """
            operations:
              # Write here what the migration changes. What takes it back is derived from that, but for SQL. For instance:
              #
              # - addColumn:
              #     table: customer
              #     column: {name: email, type: varchar(254)}
              # - sql:
              #     forwards: UPDATE customer SET email = lower(email)
              #     backwards: none needed
            """;

    /** For ServiceLoader. */
    public PalindromeFormat() {}

    @Override
    public String name() {
        return "palindrome";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        return folder.fileNames().stream()
                .anyMatch(fileName -> PalindromeName.isTypical(fileName) && !isForeign(folder, fileName));
    }

    /** {@return whether a file is cut by another tool's markers, and not by ours} */
    private static boolean isForeign(MigrationFolder folder, String fileName) {
        if (!FileNames.isSql(fileName)) {
            return false;
        }
        MarkedLines lines = new MarkedLines(folder.text(fileName));
        return lines.markers.isEmpty() && !lines.foreignMarkers.isEmpty();
    }

    @Override
    public Contents read(MigrationFolder folder) {
        List<Problem> problems = new ArrayList<>();
        YamlFiles yaml = new YamlFiles(folder);
        SortedMap<String, List<PalindromeName>> namesById = new TreeMap<>(IdOrder.NATURAL);
        for (String fileName : folder.fileNames()) {
            try {
                name(folder, fileName, yaml)
                        .ifPresent(name -> namesById
                                .computeIfAbsent(name.id().value(), id -> new ArrayList<>(2))
                                .add(name));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        List<Migration> migrations = new ArrayList<>();
        for (List<PalindromeName> names : namesById.values()) {
            List<Problem> found = new ArrayList<>();
            PalindromeReader reader = new PalindromeReader(folder, yaml, found);
            reader.read(names).filter(migration -> found.isEmpty()).ifPresent(migrations::add);
            problems.addAll(found);
        }
        return new Contents(migrations, problems);
    }

    /** A YAML file is read for its name, since it may give itself an id. */
    private static Optional<PalindromeName> name(MigrationFolder folder, String fileName, YamlFiles yaml) {
        if (FileNames.isSql(fileName)) {
            return Optional.of(PalindromeName.parse(
                    fileName, Location.of(folder.file(fileName).toString())));
        }
        return FileNames.isYaml(fileName) ? Optional.of(yaml.read(fileName)) : Optional.empty();
    }

    /** In YAML, the schema goes beside it, so that editors find it wherever the folder is checked out. */
    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String description = request.description();
        String stem = stem(request.now(), description);
        if (request.language() == Language.SQL) {
            String header = description.isBlank() ? "" : "-- palindrome: description=" + quoted(description) + "\n\n";
            return request.inSql(Map.of(stem + ".sql", header + DRAFT));
        }
        String header = "# yaml-language-server: $schema=" + MigrationSchema.FILE_NAME + "\n"
                + (description.isBlank() ? "" : "description: " + quoted(description) + "\n");
        return Optional.of(new Draft(
                new TreeMap<>(Map.of(stem + ".yaml", header + YAML_DRAFT)),
                new TreeMap<>(Map.of(MigrationSchema.FILE_NAME, MigrationSchema.text()))));
    }

    private static String stem(Instant now, String description) {
        String end = FileNames.of(description);
        return CLOCK_ID.format(now) + (end.isEmpty() ? "" : "__" + end);
    }

    /** One line in double quotes, as a header has it, and YAML too. */
    private static String quoted(String description) {
        return '"'
                + description
                        .strip()
                        .replaceAll("[\\s\\p{Cntrl}]+", " ")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                + '"';
    }
}

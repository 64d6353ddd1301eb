package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.ForeignHistory.Entry;
import dev.palindrome.spi.ForeignHistory.Match;
import dev.palindrome.spi.ForeignHistory.Pack;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the pack's changesets by the files that Liquibase recorded. It may have known them from a folder further up, {@code
 * db/changelog/a.sql} for {@code a.sql}: one folder for all of them, since two could as well be two packs that have files of one
 * name. The setting {@code historyFolder} names it; what lies elsewhere is another pack's then.
 */
final class KnownFiles {
    private static final String SETTING = "historyFolder";

    private final Pack pack;
    private final Optional<String> named;

    /** Where Liquibase knew the pack's files, each with the first of them. */
    private final Map<String, String> folders = new TreeMap<>();

    KnownFiles(Pack pack) {
        this.pack = pack;
        this.named =
                pack.setting(SETTING).map(folder -> ChangesetId.normal(folder).replaceFirst("/*$", "/"));
    }

    /** {@return how a changeset that ran stands to the pack} */
    Entry ran(ChangesetId row) {
        Entry entry = Entry.of(id(row), pack);
        String folder = folder(row).orElse("");
        if (!folder.isEmpty()) {
            folders.putIfAbsent(folder, row.file());
            return entry.knownAs(row.file());
        }
        return named.filter(own -> entry.match() == Match.MISSING && !row.file().startsWith(own))
                .map(own -> entry.matching(Match.UNKNOWN)
                        .recorded("it isn't in '" + own + "'", Optional.empty(), Optional.empty()))
                .orElse(entry);
    }

    /** {@return the migration's id: as the pack has it, or else with the file as Liquibase knew it} */
    MigrationId id(ChangesetId row) {
        return in(folder(row).orElse(""), row);
    }

    /** The folder below which the pack has the changeset; nothing where its file, or its logical path, is known alike. */
    private Optional<String> folder(ChangesetId row) {
        if (pack.find(in("", row)).isPresent()) {
            return Optional.of("");
        }
        if (named.isPresent()) {
            return named.filter(
                    own -> row.file().startsWith(own) && pack.find(in(own, row)).isPresent());
        }
        int slash = row.file().indexOf('/');
        while (slash >= 0) {
            String folder = row.file().substring(0, slash + 1);
            if (pack.find(in(folder, row)).isPresent()) {
                return Optional.of(folder);
            }
            slash = row.file().indexOf('/', slash + 1);
        }
        return Optional.empty();
    }

    private static MigrationId in(String folder, ChangesetId row) {
        return new ChangesetId(row.file().substring(folder.length()), row.id(), row.author()).migrationId();
    }

    /** {@return what makes it doubtful whose the rows are; asked when all have been seen} */
    Optional<Problem> problem() {
        if (folders.size() > 1) {
            return Optional.of(Problem.error(
                    LiquibaseCodes.FOLDERS,
                    "Liquibase knew files of this pack's names in several folders, so some may be another pack's: "
                            + folders.values().stream()
                                    .map(file -> "'" + file + "'")
                                    .collect(Collectors.joining(", "))
                            + ". Say in the pack's settings which folder is this one, as '" + SETTING + ": "
                            + withoutSlash(folders.keySet().iterator().next()) + "'."));
        }
        return folders.keySet().stream()
                .map(KnownFiles::withoutSlash)
                .filter(folder -> named.isEmpty() && !isAt(folder))
                .findFirst()
                .map(folder -> Problem.warning(
                        LiquibaseCodes.OTHER_FOLDER,
                        "Liquibase knew files of this pack's names in '" + folder + "', which isn't the folder's own "
                                + "path. If they are another pack's, don't adopt them; if they are this one's, say '"
                                + SETTING
                                + ": " + folder + "' in the pack's settings."));
    }

    private static String withoutSlash(String folder) {
        return folder.substring(0, folder.length() - 1);
    }

    private boolean isAt(String folder) {
        return pack.folder()
                .map(MigrationFolder::path)
                .filter(path -> !path.toAbsolutePath().normalize().endsWith(folder))
                .isEmpty();
    }
}

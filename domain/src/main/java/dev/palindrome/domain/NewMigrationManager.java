package dev.palindrome.domain;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.MigrationFiles;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFormat.Draft;
import dev.palindrome.spi.MigrationFormat.Language;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the files of a new migration into an app's folder, in that folder's format. */
public final class NewMigrationManager {
    private final Apps apps;
    private final MigrationFiles files;
    private final Clock clock;

    /** A manager that takes ids from that clock. */
    public NewMigrationManager(Apps apps, MigrationFiles files, Clock clock) {
        this.apps = apps;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Creates the files; overwrites none. The message names them.
     *
     * @param appName an app whose migrations come from a folder
     * @param description one line for people; may be empty
     * @param language in what it is to be written
     */
    public MigrationResult create(String appName, String description, Language language) {
        try {
            App app = apps.find(appName).orElseThrow(() -> new ProblemException(apps.unknown(appName)));
            App.Folder folder = folder(app);
            Draft draft = folder.format()
                    .draft(new DraftRequest(language, clock.instant(), description, app.migrations()))
                    .orElseThrow(() -> new ProblemException(Problem.error(
                            Codes.NEW_FORMAT,
                            "A new migration of app '" + appName + "' can't be written in " + language
                                    + ": its folder has the format '"
                                    + folder.format().name() + "'. Write it in SQL.")));
            List<Path> created = new ArrayList<>();
            for (Map.Entry<String, String> file : draft.files().entrySet()) {
                create(folder.path().resolve(file.getKey()), file.getValue(), created);
            }
            for (Map.Entry<String, String> file : draft.companions().entrySet()) {
                createUnlessThere(folder.path().resolve(file.getKey()), file.getValue(), created);
            }
            String names = created.stream().map(Path::toString).collect(Collectors.joining(" and "));
            return MigrationResult.of(true, "Created " + names, List.of());
        } catch (ProblemException e) {
            return MigrationResult.refused(e.problems());
        } catch (IOException e) {
            return MigrationResult.refused(List.of(Problem.error(
                    Codes.NEW_NO_FOLDER, "The migration could not be written: " + e + ". Check the folder.")));
        }
    }

    /** Creates one more file; if that fails, none is left behind. */
    private void create(Path file, String text, List<Path> created) throws IOException {
        try {
            files.create(file, text);
            created.add(file);
        } catch (IOException e) {
            for (Path earlier : created) {
                files.delete(earlier);
            }
            throw e;
        }
    }

    private void createUnlessThere(Path file, String text, List<Path> created) throws IOException {
        try {
            files.create(file, text);
            created.add(file);
        } catch (FileAlreadyExistsException e) {
            return; // whatever it is by now, it is the user's
        }
    }

    private App.Folder folder(App app) {
        if (app.folder().isEmpty()
                && app.migrations().isEmpty()
                && !app.problems().isEmpty()) {
            throw new ProblemException(app.problems()); // it may well be a folder, of which the format isn't known
        }
        return app.folder()
                .orElseThrow(() -> new ProblemException(Problem.error(
                        Codes.NEW_NO_FOLDER,
                        "App '" + app.name() + "' comes from " + app.origin()
                                + ", not from a folder, so there is no place for a new file. "
                                + "Add the migration where that jar is built.")));
    }
}

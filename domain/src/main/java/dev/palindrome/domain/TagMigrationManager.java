package dev.palindrome.domain;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.Fence;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives the present state of an app a name, to which one can go back. Made by the application for each request. */
public final class TagMigrationManager {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+/-]{0,99}");

    private final Workspace workspace;
    private final RunEnvironment environment;

    /** A manager for one request. */
    public TagMigrationManager(Workspace workspace, RunEnvironment environment) {
        this.workspace = workspace;
        this.environment = environment;
    }

    /** Writes the name to the history entry of the app's most recent migration; it goes when that migration is reversed. */
    public MigrationResult tag(String appName, String tag) {
        if (!NAME.matcher(tag).matches()) {
            return MigrationResult.refused(List.of(Problem.error(
                    Codes.TAG_INVALID,
                    "'" + tag
                            + "' is no name for a tag: use letters, digits, '.', '_', '+', '/' and '-', and begin with "
                            + "a letter or digit.")));
        }
        try (Session session = workspace.database().openSession()) {
            Optional<Lock> entered =
                    environment.lockGate().enter(workspace.database(), session, environment.listener());
            if (entered.isEmpty()) {
                return MigrationResult.refused(List.of(Problem.error(
                        Codes.RUN_STOPPED, "The wait for whoever runs migrations was stopped. The tag is not set.")));
            }
            try (Lock lock = entered.get()) {
                return tag(appName, tag, new Fence(lock, session), workspace.read(session));
            }
        } catch (ProblemException e) {
            return MigrationResult.refused(e.problems());
        } catch (AnswerLostException e) {
            return lookedAgain(appName, tag, e);
        } catch (StatementException | IllegalStateException e) {
            return MigrationResult.refused(List.of(Problem.error(
                    ProblemCodes.DATABASE_UNREACHABLE,
                    "The history could not be written: " + e.getMessage() + ". The tag is not set.")));
        }
    }

    private MigrationResult tag(String appName, String tag, Fence fence, History history) {
        List<HistoryEntry> entries = history.newestFirst(Set.of(appName));
        if (appName.equals(App.ALL)) {
            return refused(
                    "A tag names the state of one app. Name one app instead of 'all'; going back to its tag with "
                            + "'all' takes back what ran after it in every app.");
        }
        if (entries.isEmpty()) {
            if (workspace.apps().find(appName).isEmpty()) {
                return MigrationResult.refused(List.of(workspace.apps().unknown(appName)));
            }
            return refused("No migration of app '" + appName + "' has run, so there is no state to name.");
        }
        HistoryEntry newest = entries.get(0);
        Optional<HistoryEntry> there =
                entries.stream().filter(entry -> entry.tags().contains(tag)).findFirst();
        if (there.isPresent() && !there.get().ref().equals(newest.ref())) {
            return refused("The tag '" + tag + "' already names the state after migration '"
                    + there.get().ref() + "'. Choose another.");
        }
        if (there.isEmpty()) {
            List<String> tags = new ArrayList<>(newest.tags());
            tags.add(tag);
            write(newest.withTags(tags), fence);
        }
        return named(tag, newest);
    }

    private static MigrationResult named(String tag, HistoryEntry entry) {
        return MigrationResult.of(
                true,
                "The tag '" + tag + "' names the state of app '" + entry.appName() + "' after migration '"
                        + entry.migrationId() + "'. Go back to it with: palindrome backwards " + entry.appName()
                        + " --to-tag " + tag,
                List.of());
    }

    /** What isn't there yet may still come: the server may not have done with the commit. */
    private MigrationResult lookedAgain(String appName, String tag, AnswerLostException lost) {
        String known = "Whether the tag is set isn't known";
        try (Session session = workspace.database().openSession()) {
            Optional<HistoryEntry> tagged = workspace.read(session).newestFirst(Set.of(appName)).stream()
                    .filter(entry -> entry.tags().contains(tag))
                    .findFirst();
            if (tagged.isPresent()) {
                return named(tag, tagged.get());
            }
            known = "A moment later the tag was not set";
        } catch (ProblemException | StatementException e) {
            // nobody can look now
        }
        return MigrationResult.refused(List.of(Problem.error(
                ProblemCodes.DATABASE_UNREACHABLE,
                "The connection broke while the tag was committed (" + lost.getMessage() + "). " + known
                        + "; see 'palindrome check " + appName + " --output json'.")));
    }

    private void write(HistoryEntry tagged, Fence fence) {
        Session session = fence.session();
        session.begin();
        try {
            if (session.execute(workspace.history().amend(tagged)) != 1) {
                throw new IllegalStateException(
                        "Its history entry is no longer there. Somebody writes the history without the lock");
            }
            fence.require();
        } catch (RuntimeException e) {
            session.rollback();
            throw e;
        }
        try {
            session.commit();
        } catch (StatementException e) {
            throw e.isConnectionLost() ? new AnswerLostException(e) : e;
        }
    }

    private static MigrationResult refused(String message) {
        return MigrationResult.refused(List.of(Problem.error(Codes.HISTORY_TAG, message)));
    }

    /** Nobody said whether it was committed. */
    private static final class AnswerLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AnswerLostException(StatementException cause) {
            super(cause.getMessage(), cause);
        }
    }
}

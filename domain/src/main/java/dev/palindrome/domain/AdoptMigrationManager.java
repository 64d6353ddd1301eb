package dev.palindrome.domain;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.plan.AdoptPlanner;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.PlanExecution;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.domain.run.Wording;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes over the history of another tool. Made by the application for each request. */
public final class AdoptMigrationManager {
    private final Workspace workspace;
    private final RunEnvironment environment;
    private final List<ForeignHistory> histories;
    private final Function<ForeignHistory, Function<ForeignHistory.Entry, String>> origins;

    /**
     * A manager for one request.
     *
     * @param histories the readers that are installed
     * @param origins writes down, for keeping, what a reader found
     */
    public AdoptMigrationManager(
            Workspace workspace,
            RunEnvironment environment,
            List<ForeignHistory> histories,
            Function<ForeignHistory, Function<ForeignHistory.Entry, String>> origins) {
        this.workspace = workspace;
        this.environment = environment;
        this.histories = histories.stream()
                .sorted(Comparator.comparing(ForeignHistory::tool))
                .toList();
        this.origins = origins;
    }

    /**
     * Reads the tool's history, shows how each row stands to the app's migrations, asks, and records them all in one
     * transaction. Runs nothing, and never writes to the tool's own tables. A history that is dirty or half-failed is refused.
     *
     * @param app the app that adopts
     * @param pack its migrations
     * @param tool the tool; recognised from the database's tables if empty
     */
    public MigrationResult run(App app, ForeignHistory.Pack pack, Optional<String> tool, Terms terms) {
        return new PlanExecution(workspace, environment)
                .executeRead(session -> planner(session, app, pack, tool), terms, Wording.ADOPT);
    }

    private AdoptPlanner planner(Session session, App app, ForeignHistory.Pack pack, Optional<String> tool) {
        ForeignTables tables = new ForeignTables(
                session, workspace.database().inspector(), workspace.adapter().dialect());
        try {
            ForeignHistory history = tool.isPresent() ? named(tool.get()) : recognised(app, pack, tables);
            if (!history.isThere(tables, pack)) {
                throw refused(
                        Codes.ADOPT_NOTHING,
                        "There is no history of " + history.tool() + " in this database. Check the database's URL and, "
                                + "if its table has a name of its own, the pack's settings.");
            }
            return new AdoptPlanner(app, history.tool(), pack, history.read(tables, pack), origins.apply(history));
        } catch (StatementException e) {
            throw refused(
                    Codes.ADOPT_UNREADABLE,
                    "The other tool's history could not be read: " + e.getMessage()
                            + ". Check this user's rights. Nothing was written.");
        }
    }

    private ForeignHistory named(String tool) {
        return histories.stream()
                .filter(history -> history.tool().equals(tool))
                .findFirst()
                .orElseThrow(() -> refused(
                        Codes.ADOPT_TOOL,
                        "Histories of '" + tool + "' can't be adopted. Those of these tools can: " + names(histories)
                                + "."));
    }

    /** The tool that the app's files were written for goes first: some tools' tables can't be told apart. */
    private ForeignHistory recognised(App app, ForeignHistory.Pack pack, ForeignTables tables) {
        List<ForeignHistory> there = histories.stream()
                .filter(history -> history.isThere(tables, pack))
                .toList();
        String format = app.folder().map(folder -> folder.format().name()).orElse("");
        Optional<ForeignHistory> own =
                there.stream().filter(history -> history.tool().equals(format)).findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        if (there.isEmpty()) {
            throw refused(
                    Codes.ADOPT_NOTHING,
                    "There is no history of another tool in this database. Those of these tools are recognised: "
                            + names(histories)
                            + ". If its table has a name of its own, name it in the pack's settings.");
        }
        if (there.size() > 1) {
            throw refused(
                    Codes.ADOPT_SEVERAL,
                    "There are histories of several tools in this database: " + names(there)
                            + ". Say which with --from TOOL.");
        }
        return there.get(0);
    }

    private static String names(List<ForeignHistory> histories) {
        return histories.stream().map(ForeignHistory::tool).collect(Collectors.joining(", "));
    }

    private static ProblemException refused(Problem.Code code, String message) {
        return new ProblemException(Problem.error(code, message));
    }
}

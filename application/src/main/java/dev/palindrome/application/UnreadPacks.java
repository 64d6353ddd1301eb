package dev.palindrome.application;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Doubts what {@code check} calls missing where a pack could not be read: the migration may be in it. */
final class UnreadPacks {
    /** These say that packs don't fit together; what is in them was read. */
    private static final Set<Problem.Code> READ =
            Set.of(Codes.APP_NAME, Codes.APP_DEPENDENCY_MISSING, Codes.APP_CYCLE, ProblemCodes.MIGRATION_DUPLICATE);

    private UnreadPacks() {}

    /** {@return the report with a warning for each app that lacks migrations which may be there} */
    static CheckReport doubted(CheckReport report, Apps apps) {
        Map<String, Long> missing = report.statuses().stream()
                .filter(status -> status.status() == Status.MISSING)
                .collect(Collectors.groupingBy(MigrationStatus::appName, TreeMap::new, Collectors.counting()));
        List<Problem> problems = new ArrayList<>(report.problems());
        missing.forEach((name, count) -> doubt(name, count, apps).ifPresent(problems::add));
        return new CheckReport(report.statuses(), problems);
    }

    private static Optional<Problem> doubt(String name, long count, Apps apps) {
        String listed = (count == 1 ? "1 migration" : count + " migrations") + " of app '" + name
                + "' can't be found and " + (count == 1 ? "is" : "are") + " listed as missing, but ";
        Optional<App> app = apps.find(name);
        if (app.isPresent()) {
            return app.get().problems().stream().anyMatch(UnreadPacks::leavesUnread)
                    ? Optional.of(Problem.warning(
                                    Codes.HISTORY_MISSING,
                                    listed + "not all of its pack could be read. Mend the pack, then check again.")
                            .at(app.get().origin()))
                    : Optional.empty();
        }
        return apps.problems().isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        Codes.HISTORY_MISSING,
                        listed + "a pack did not load, which may be its own. Mend that, then check again."));
    }

    private static boolean leavesUnread(Problem problem) {
        return problem.isError() && !READ.contains(problem.code());
    }
}

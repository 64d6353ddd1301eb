package dev.palindrome.application.discovery;

import dev.palindrome.application.configuration.ConfigurationCodes;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the one adapter that serves an address. */
final class AdapterChoice {
    private AdapterChoice() {}

    /**
     * Chooses.
     *
     * @throws ProblemException if no adapter serves the address, or several do
     */
    static DatabaseAdapter of(Discovery discovery, DatabaseAddress address) {
        List<DatabaseAdapter> serving = discovery.databaseAdapters().stream()
                .filter(adapter -> adapter.serves(address.url()))
                .toList();
        if (serving.size() == 1) {
            return serving.get(0);
        }
        List<Problem> problems = new ArrayList<>();
        problems.add(serving.isEmpty() ? none(discovery, address) : several(serving, address));
        problems.addAll(discovery.adapterProblems());
        throw new ProblemException(problems);
    }

    private static Problem none(Discovery discovery, DatabaseAddress address) {
        String there = discovery.databaseAdapters().stream()
                .map(DatabaseAdapter::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return Problem.error(
                ConfigurationCodes.DATABASE_NO_ADAPTER,
                "No adapter serves the URL '" + address.redactedUrl() + "'. "
                        + (there.isEmpty() ? "None is installed." : "There are adapters for: " + there + ".")
                        + " Check the URL's beginning, or put the database's adapter into adapters/.");
    }

    private static Problem several(List<DatabaseAdapter> serving, DatabaseAddress address) {
        return Problem.error(
                ConfigurationCodes.DATABASE_TWO_ADAPTERS,
                "Several adapters serve the URL '" + address.redactedUrl() + "': "
                        + serving.stream()
                                .map(a -> a.name() + " in " + Providers.origin(a.getClass()))
                                .collect(Collectors.joining(", "))
                        + ". Take all but one of them away.");
    }
}

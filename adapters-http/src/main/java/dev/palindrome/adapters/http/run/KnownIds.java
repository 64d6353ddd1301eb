package dev.palindrome.adapters.http.run;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of each app's migrations in their order, as the packs and as the history have it. Listed once, however many
 * stretches are looked up. Not safe for use by several threads.
 */
final class KnownIds {
    private final Apps apps;
    private final Map<String, List<MigrationId>> ran;
    private final Map<String, List<Series>> byApp = new HashMap<>();

    KnownIds(Apps apps, History history) {
        this.apps = apps;
        this.ran = history.entries().stream()
                .collect(Collectors.groupingBy(
                        HistoryEntry::appName, Collectors.mapping(HistoryEntry::migrationId, Collectors.toList())));
    }

    /** {@return the runs of that many ids of an app that begin with that one, the packs' before the history's} */
    Stream<List<MigrationId>> beginning(String appName, Direction direction, MigrationId first, int count) {
        return byApp.computeIfAbsent(appName, this::list).stream()
                .flatMap(series -> series.beginning(direction, first, count).stream());
    }

    private List<Series> list(String appName) {
        Stream<MigrationId> inPack = apps.find(appName).stream()
                .flatMap(app -> app.migrations().stream())
                .map(Migration::id);
        return List.of(Series.of(inPack.toList()), Series.of(ran.getOrDefault(appName, List.of())));
    }

    /**
     * Ids in their order.
     *
     * @param forwards the first comes first
     * @param places where each is
     */
    private record Series(List<MigrationId> forwards, Map<MigrationId, Integer> places) {
        static Series of(List<MigrationId> forwards) {
            Map<MigrationId, Integer> places = new HashMap<>();
            forwards.forEach(id -> places.put(id, places.size()));
            return new Series(forwards, places);
        }

        Optional<List<MigrationId>> beginning(Direction direction, MigrationId first, int count) {
            Integer place = places.get(first);
            if (place == null) {
                return Optional.empty();
            }
            int from = direction == Direction.FORWARDS ? place : place - count + 1;
            if (from < 0 || count > forwards.size() - from) {
                return Optional.empty();
            }
            List<MigrationId> ids = new ArrayList<>(forwards.subList(from, from + count));
            if (direction == Direction.BACKWARDS) {
                Collections.reverse(ids);
            }
            return Optional.of(ids);
        }
    }
}

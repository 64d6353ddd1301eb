package dev.palindrome.adapters.http.run;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps that follow one another in a plan as their migrations do in the pack, or the other way round: the first and the last
 * of them say it all, however many there are.
 *
 * @param direction which way
 * @param appName the app
 * @param first the first step's migration
 * @param last the last step's
 * @param count how many steps
 * @param digest of all their ids, so that nobody takes for them what a later pack has in their place
 */
record Stretch(Direction direction, String appName, MigrationId first, MigrationId last, int count, int digest) {

    /** {@return the steps in as few stretches as the packs allow, in their order} */
    static List<Stretch> of(List<PlannedStep> steps, Apps apps) {
        Map<MigrationRef, Integer> places = new HashMap<>();
        apps.inOrder().forEach(app -> app.migrations().forEach(m -> places.put(app.ref(m.id()), places.size())));
        List<Stretch> stretches = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i == steps.size() || !follows(steps.get(i - 1), steps.get(i), places)) {
                stretches.add(of(steps.subList(begin, i)));
                begin = i;
            }
        }
        return stretches;
    }

    /** {@return the steps, or only the first and the last if neither the packs nor the history have all of them any more} */
    List<PlannedStep> steps(KnownIds known) {
        return ids(known).stream()
                .map(id -> new PlannedStep(direction, new MigrationRef(appName, id)))
                .toList();
    }

    private List<MigrationId> ids(KnownIds known) {
        return count == 1
                ? List.of(first)
                : known.beginning(appName, direction, first, count)
                        .filter(ids -> digest(ids) == digest)
                        .findFirst()
                        .orElse(List.of(first, last));
    }

    private static boolean follows(PlannedStep one, PlannedStep next, Map<MigrationRef, Integer> places) {
        int step = one.direction() == Direction.FORWARDS ? 1 : -1;
        Integer place = places.get(one.migration());
        return place != null
                && one.direction() == next.direction()
                && one.migration().appName().equals(next.migration().appName())
                && Integer.valueOf(place + step).equals(places.get(next.migration()));
    }

    private static Stretch of(List<PlannedStep> steps) {
        PlannedStep first = steps.get(0);
        List<MigrationId> ids =
                steps.stream().map(step -> step.migration().id()).toList();
        return new Stretch(
                first.direction(),
                first.migration().appName(),
                ids.get(0),
                ids.get(ids.size() - 1),
                ids.size(),
                ids.size() == 1 ? 0 : digest(ids));
    }

    /** The same in every Java: List and String both say how their hash is made. */
    private static int digest(List<MigrationId> ids) {
        return ids.stream().map(MigrationId::value).toList().hashCode();
    }
}

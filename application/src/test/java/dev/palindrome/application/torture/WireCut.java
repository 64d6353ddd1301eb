package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.CuttingProxy;
import dev.palindrome.application.runners.CuttingProxy.Cut;
import dev.palindrome.application.runners.SentStatement;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The wire to the server is cut at one of those packets: before the server has it, or before its answer is back. How many of them
 * there are is counted in a first run that nothing disturbs.
 */
final class WireCut implements Disturbance {
    /** The last packet says goodbye. Nobody answers it, so the run may end before it is counted. */
    private static final int GOODBYE = 1;

    private final Supplier<Predicate<String>> counts;
    private final int last;
    private final Map<String, Integer> counted = new HashMap<>();

    private WireCut(Supplier<Predicate<String>> counts, int last) {
        this.counts = counts;
        this.last = last;
    }

    static WireCut anywhere() {
        return new WireCut(() -> packet -> true, GOODBYE);
    }

    static WireCut atCommits() {
        return new WireCut(() -> new SentStatement("COMMIT"), 0);
    }

    @Override
    public TestDatabase fresh(DatabaseKind kind, Path folder) {
        return OwnServers.shared(kind, folder);
    }

    @Override
    public void disturb(Round round) {
        int most =
                counted.computeIfAbsent(round.direction() + " " + round.kind(), first -> count(round.elsewhere(this)));
        round.prepare();
        Cut cut = round.either() ? Cut.BEFORE_THE_SERVER_HAS_IT : Cut.BEFORE_THE_ANSWER_IS_BACK;
        int number = round.any(1, most - last);
        int found = through(round, number, cut);
        assertThat(found)
                .describedAs("packets of %s, of which number %s cuts the wire", most, number)
                .isGreaterThanOrEqualTo(number);
    }

    private int count(Round round) {
        round.prepare();
        int found = through(round, Integer.MAX_VALUE, Cut.BEFORE_THE_SERVER_HAS_IT);
        assertThat(found).describedAs("packets that count").isPositive();
        assertThat(round.wasSaidToBeDone()).isTrue();
        return found;
    }

    private int through(Round round, int number, Cut cut) {
        String url = round.database().url();
        try (CuttingProxy proxy = new CuttingProxy(url, counts.get(), number, cut);
                Palindrome engine =
                        round.bench().prepared(Palindrome.on(proxy.url())).build()) {
            MigrationResult result = round.direction() == Direction.FORWARDS
                    ? engine.forwards(Cargo.APP)
                    : engine.backwards(
                            BackwardsRequest.of(Cargo.APP).migrationId("all").autoAgree(true));
            round.noteEnd(result);
            return proxy.counted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

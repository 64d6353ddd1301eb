package dev.palindrome.adapters.http.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.Stakes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlansTest {
    private final PlanRequest request = new PlanRequest("shop", Course.FORWARDS, Target.ALL, false);

    @Test
    void keepsWhatWasCountedForAShortWhile() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Plans plans = new Plans(2, now::get);

        plans.remember("a", request, Optional.of(Stakes.NONE));

        now.set(Instant.EPOCH.plus(Plans.COUNT_HOLDS).minusMillis(1));
        assertThat(plans.counted("a")).contains(Stakes.NONE);
        assertThat(plans.counted("b")).isEmpty();
        now.set(Instant.EPOCH.plus(Plans.COUNT_HOLDS));
        assertThat(plans.counted("a")).isEmpty();
        assertThat(plans.find("a")).isEqualTo(request);
    }

    @Test
    void forgetsThePlanThatNobodyAskedForLongest() {
        Plans plans = new Plans(2, InstantSource.system());
        plans.remember("a", request, Optional.empty());
        plans.remember("b", request, Optional.empty());
        plans.find("a");
        plans.remember("c", request, Optional.empty());

        assertThat(plans.find("a")).isEqualTo(request);
        assertThat(plans.find("c")).isEqualTo(request);
        assertThatThrownBy(() -> plans.find("b"))
                .isInstanceOfSatisfying(
                        HttpFailure.class, e -> assertThat(e.status()).isEqualTo(404));
    }
}

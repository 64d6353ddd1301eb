package dev.palindrome.adapters.http.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Target;
import org.junit.jupiter.api.Test;

class PlansTest {
    @Test
    void forgetsThePlanThatNobodyAskedForLongest() {
        PlanRequest request = new PlanRequest("shop", Course.FORWARDS, Target.ALL, false);
        Plans plans = new Plans(2);
        plans.remember("a", request);
        plans.remember("b", request);
        plans.find("a");
        plans.remember("c", request);

        assertThat(plans.find("a")).isEqualTo(request);
        assertThat(plans.find("c")).isEqualTo(request);
        assertThatThrownBy(() -> plans.find("b"))
                .isInstanceOfSatisfying(
                        HttpFailure.class, e -> assertThat(e.status()).isEqualTo(404));
    }
}

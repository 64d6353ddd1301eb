package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanOptionTest {
    @TempDir
    Path folder;

    @Test
    void the_plan_that_was_previewed_runs_and_no_other() {
        CommandLineFixture shop = CommandLineFixture.withShop(folder);
        String hash = shop.run("forwards", "shop", "1", "--preview", "--output", "json")
                .json()
                .get("planHash")
                .textValue();

        Run other = shop.run("forwards", "shop", "--plan", hash);
        Run same = shop.run("forwards", "shop", "1", "--plan", hash);
        Run stale = shop.run("forwards", "shop", "1", "--plan", hash);

        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("plan/changed", hash);
        assertThat(same.code()).isZero();
        assertThat(same.out()).contains("shop:0001").doesNotContain("shop:0002");
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.err()).contains("plan/changed");
    }
}

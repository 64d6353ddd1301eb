package com.example.ignite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IgniteUrlTest {

    @Test
    void nodes_alone_mean_the_schema_that_each_cluster_has() {
        assertThat(url("ignite://one:10800"))
                .isEqualTo(new IgniteUrl(List.of("one:10800"), "public", Duration.ofSeconds(30)));
    }

    @Test
    void several_nodes_a_schema_and_a_timeout_are_told_apart() {
        assertThat(url("ignite://one:10800,[::1]:10801/My shop?timeout=600"))
                .isEqualTo(new IgniteUrl(List.of("one:10800", "[::1]:10801"), "My shop", Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignite://", "ignite:///shop", "ignite://one?timeout=0", "ignite://one/shop?retries=3"})
    void what_is_none_is_refused_with_the_form(String text) {
        assertThatThrownBy(() -> url(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ignite://host:port,host:port/schema?timeout=seconds");
    }

    private static IgniteUrl url(String text) {
        return IgniteUrl.of(DatabaseAddress.of(text));
    }
}

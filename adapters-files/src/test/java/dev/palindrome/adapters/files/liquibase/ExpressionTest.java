package dev.palindrome.adapters.files.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Set<String> NAMES = Set.of("a", "b");

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "A and B", "x or a", "x, a", "!x", "not x", "(x or a) and !y", "!(a and x)", "x and y or a"
            })
    void is_true(String expression) {
        assertThat(Expression.isTrue(expression, NAMES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a and x", "!a", "not a", "a and (x or y)", "!(a or x)", "x, y", "", "(", "and"})
    void is_not_true(String expression) {
        assertThat(Expression.isTrue(expression, NAMES)).isFalse();
    }
}

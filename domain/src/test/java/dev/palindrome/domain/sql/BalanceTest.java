package dev.palindrome.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BalanceTest {
    @Test
    void what_is_made_and_taken_away_comes_to_nothing() {
        assertThat(left("CREATE TABLE a (id int)", "DROP TABLE A")).isEmpty();
        assertThat(left("DROP TABLE a", "CREATE TABLE a (id int)")).isEmpty();
        assertThat(left("CREATE INDEX i ON a (id)", "DROP INDEX i")).isEmpty();
        assertThat(left("ALTER TABLE a RENAME TO b", "RENAME TABLE b TO a")).isEmpty();
    }

    @Test
    void what_does_not_is_left() {
        assertThat(left("CREATE TABLE a (id int)", "ALTER TABLE a RENAME TO b")).isEqualTo(Map.of("b", 1));
        assertThat(left("DROP TABLE a", "DROP TABLE a")).isEqualTo(Map.of("a", -2));
        assertThat(left("UPDATE a SET id = 1")).isEmpty();
    }

    @Test
    void parts_go_with_the_whole() {
        assertThat(left(
                        "CREATE TABLE a (id int)",
                        "CREATE INDEX i ON a (id)",
                        "ALTER TABLE a DROP COLUMN x",
                        "DROP TABLE a"))
                .isEmpty();
    }

    @Test
    void parts_that_went_before_a_table_that_was_there_come_back_after_it() {
        assertThat(left("DROP INDEX i ON a", "DROP TABLE a")).isEqualTo(Map.of("a", -1, "a/i", -1));
        assertThat(left("DROP INDEX i ON a", "DROP TABLE a", "CREATE TABLE a (id int)", "CREATE INDEX i ON a (id)"))
                .isEmpty();
    }

    private static Map<String, Integer> left(String... statements) {
        List<Effect> effects = Stream.of(statements)
                .flatMap(sql -> Effects.of(sql).orElseThrow().stream())
                .toList();
        return Balance.of(effects);
    }
}

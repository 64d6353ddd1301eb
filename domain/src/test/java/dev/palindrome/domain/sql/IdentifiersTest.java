package dev.palindrome.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifiersTest {
    @Test
    void case_schema_and_quotes_make_no_difference() {
        assertThat(Identifiers.in("ALTER TABLE \"App\".\"Customer\" ADD `E-Mail` text"))
                .contains("app", "customer", "e-mail");
        assertThat(Identifiers.in("SELECT [Full Name] FROM Straße")).contains("full name", "straße");
    }

    @Test
    void doubled_quotes_are_one() {
        assertThat(Identifiers.bare("\"a\"\"b\"")).isEqualTo("a\"b");
        assertThat(Identifiers.bare("`a``b`")).isEqualTo("a`b");
    }

    @Test
    void a_name_in_a_literal_or_an_index_counts() {
        assertThat(Identifiers.in("SELECT nextval('orders_seq')")).contains("orders_seq");
        assertThat(Identifiers.in("SELECT nextval('\"Orders_Seq\"')")).contains("orders_seq");
        assertThat(Identifiers.in("SELECT names[position]")).contains("names", "position");
        assertThat(Identifiers.in("SELECT jsonb '{\"a\": \"b\"}' FROM t")).contains("t");
    }

    @Test
    void a_part_of_a_name_is_none() {
        assertThat(Identifiers.in("DROP TABLE customers")).doesNotContain("customer");
        assertThat(Identifiers.in("1 + 2")).isEmpty();
    }

    @Test
    void a_long_text_in_quotes_is_read_whatever_its_length() {
        String text = "x y ".repeat(100_000);

        assertThat(Identifiers.in("INSERT INTO t VALUES ('{\"" + text + "\": `" + text + "`}')"))
                .contains("t", "x");
    }
}

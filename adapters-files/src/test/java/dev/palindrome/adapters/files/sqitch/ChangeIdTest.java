package dev.palindrome.adapters.files.sqitch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.SourceFile;
import org.junit.jupiter.api.Test;

class ChangeIdTest {
    private static final String TUTORIAL = """
            %syntax-version=1.0.0
            %project=flipr
            %uri=https://github.com/theory/sqitch-intro/

            appschema 2013-12-30T23:19:45Z Marge N. O’Vera <marge@example.com> # Add schema for all flipr objects.
            users [appschema] 2013-12-30T23:49:00Z Marge N. O’Vera <marge@example.com> # Creates table to track our users.
            """;

    /** Made by sqitch 1.3.1. */
    private static final String SHOP = """
            %syntax-version=1.0.0
            %project=shop
            %uri=HTTPS://Example.com:443/Shop/

            customers 2026-11-28T23:47:39Z Marge <marge@example.com> # Customers and # nicks
            items [customers] 2026-11-28T23:47:41Z Marge <marge@example.com> # Items\\nlater
            @v1.0 2026-11-28T23:47:42Z Marge <marge@example.com> # first

            customers [customers@v1.0 shop:items !music:albums] 2026-11-28T23:47:43Z Marge <marge@example.com>
            """;

    private static Plan plan(String text) {
        return new PlanReader(new SourceFile(text, "sqitch.plan"), new Findings()).read();
    }

    @Test
    void the_ids_are_those_of_sqitchs_own_tutorial() {
        assertThat(plan(TUTORIAL).changes())
                .map(Change::id)
                .containsExactly(
                        "c7981df861183412b01be706889e508a63d445ca", "77398e1dbc5fbce58b05eb67d201f15774718727");
    }

    @Test
    void windows_line_ends_change_nothing() {
        assertThat(plan(TUTORIAL.replace("\n", "\r\n")))
                .usingRecursiveComparison()
                .isEqualTo(plan(TUTORIAL));
    }

    @Test
    void notes_dependencies_conflicts_and_the_uri_count_as_sqitch_counts_them() {
        assertThat(plan(SHOP).changes())
                .map(Change::id)
                .containsExactly(
                        "c788871b82edbb9bfb892fb0f147a012a17d6db7",
                        "a8a3d1f232f6243d492dbc545912a8656e939de2",
                        "eed1ab46c0407648883157583f2a3aee8501fae9");
    }

    /** Ids made by sqitch 1.3.1. */
    @Test
    void a_project_without_a_uri_has_ids_without_it() {
        assertThat(plan("""
                        %syntax-version=1.0.0
                        %project=shop

                        customers 2026-11-28T23:47:39Z Marge <marge@example.com> # Customers
                        items [customers] 2026-11-28T23:47:41Z Marge <marge@example.com>
                        """).changes())
                .map(Change::id)
                .containsExactly(
                        "8f32021b7253eb16a377ba4ec82bdce2c1f8dd07", "606ef2e80c3f4f86eb623964b680c8a02df40bcc");
    }
}

package dev.palindrome.domain.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.domain.NoDatabaseAdapter;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReversalBuilderTest {
    private final Catalogue catalogue = Catalogue.empty();

    @Test
    void a_given_reversal_is_compiled_as_it_was_written() {
        StoredReversal reversal = built(Migration.id("1").forwards("+1").backwards("-1", "-2"));

        assertThat(reversal.state()).isEqualTo(ReversalState.GIVEN);
        assertThat(reversal.parts()).extracting(StoredReversal.Part::text).containsExactly("-1", "-2");
        assertThat(reversal.adapter()).isEqualTo(new NoDatabaseAdapter().name());
        assertThat(reversal.packVersion()).isEqualTo("1.2");
        assertThat(reversal.transactional()).isTrue();
    }

    @Test
    void a_mirrored_one_runs_the_last_operation_first_and_needs_what_each_of_them_needs() {
        StoredReversal reversal =
                built(mirrored(new Derives("+a", "-a1", "-a2"), new Says("+b", given("-b")), new Derives("+c", "-c")));

        assertThat(reversal.state()).isEqualTo(ReversalState.DERIVED);
        assertThat(reversal.parts()).extracting(StoredReversal.Part::text).containsExactly("-c", "-b", "-a1", "-a2");
        assertThat(reversal.requirements())
                .extracting(Requirement::violations)
                .containsExactly("violations of +c", "violations of +a");
    }

    @Test
    void operations_that_all_have_a_given_reversal_make_a_given_one() {
        assertThat(built(mirrored(new Says("+a", given("-a")), new Says("+b", new Reversal.NotNeeded())))
                        .state())
                .isEqualTo(ReversalState.GIVEN);
    }

    @Test
    void one_operation_without_a_way_back_leaves_the_whole_without() {
        StoredReversal reversal = built(mirrored(
                new Derives("+a", "-a"),
                new Says("+b", new Reversal.Absent("b is for ever")),
                new Says("+c", new Reversal.Absent("so is c"))));

        assertThat(reversal.state()).isEqualTo(ReversalState.ABSENT);
        assertThat(reversal.reason()).isEqualTo("b is for ever");
        assertThat(reversal.isThere()).isFalse();
        assertThat(reversal.parts()).isEmpty();
        assertThat(reversal.requirements()).isEmpty();
    }

    @Test
    void nothing_needed_is_not_the_same_as_nothing_given() {
        StoredReversal notNeeded = built(Migration.id("1").forwards("+1").backwardsNotNeeded());
        StoredReversal empty = built(Migration.id("1").forwards("+1").reversal(new Reversal.Given(List.of())));

        assertThat(notNeeded.state()).isEqualTo(ReversalState.NOT_NEEDED);
        assertThat(notNeeded.isThere()).isTrue();
        assertThat(empty.state()).isEqualTo(ReversalState.ABSENT);
        assertThat(empty.reason()).isEqualTo("there is no statement in it");
    }

    @Test
    void code_is_kept_by_its_name_and_class() {
        StoredReversal reversal = built(Migration.id("1")
                .location(new Location("shop.Pack", 7))
                .forwards("+1")
                .backwardsCode("shop.Back", database -> {})
                .backwards("-1"));

        assertThat(reversal.parts().get(0)).isEqualTo(new StoredReversal.Code("shop.Back", "shop.Pack:7"));
        assertThat(reversal.parts().get(1).text()).isEqualTo("-1");
    }

    @Test
    void that_a_migration_refuses_transactions_is_kept() {
        assertThat(built(Migration.id("1").forwards("+1").backwards("-1").withoutTransaction())
                        .transactional())
                .isFalse();
    }

    @Test
    void an_operation_that_was_not_shown_is_not_left_out_in_silence() {
        Migration migration =
                mirrored(new Derives("+a", "-a"), new Derives("+b", "-b")).build();
        ReversalBuilder builder = new ReversalBuilder(migration, new NoDatabaseAdapter(), "");
        builder.before(migration.forwards().get(0), catalogue);
        builder.after(catalogue);

        assertThatThrownBy(() -> builder.build(catalogue)).hasMessageContaining("Only 1 of the operations");
    }

    private StoredReversal built(Migration.Builder unfinished) {
        Migration migration = unfinished.build();
        ReversalBuilder builder = new ReversalBuilder(migration, new NoDatabaseAdapter(), "1.2");
        for (Operation operation : migration.forwards()) {
            builder.before(operation, catalogue);
            builder.after(catalogue);
        }
        return builder.build(catalogue);
    }

    private static Migration.Builder mirrored(Operation... operations) {
        return Migration.id("1").forwards(operations).reversal(new Reversal.Mirrored());
    }

    private static Reversal given(String sql) {
        return new Reversal.Given(List.of(new SqlScript(sql, Location.of("test"))));
    }

    /** An operation with that reversal. */
    private record Says(String sql, Reversal back) implements Operation {
        @Override
        public List<Instruction> compile(Dialect dialect, Catalogue before) {
            return List.of(Statement.of(sql));
        }

        @Override
        public Reversal reversal(Dialect dialect, Catalogue before) {
            return back;
        }

        @Override
        public void foresee(Dialect dialect, Catalogue catalogue) {
            // changes nothing that anybody asks for
        }

        @Override
        public String fingerprint() {
            return sql;
        }
    }

    /** An operation that derives its reversal. */
    private record Derives(String sql, List<String> back) implements Operation {
        Derives(String sql, String... back) {
            this(sql, List.of(back));
        }

        @Override
        public List<Instruction> compile(Dialect dialect, Catalogue before) {
            return List.of(Statement.of(sql));
        }

        @Override
        public Reversal reversal(Dialect dialect, Catalogue before) {
            return new Reversal.Derived(
                    back.stream()
                            .<Operation>map(text -> new Says(text, new Reversal.NotNeeded()))
                            .toList(),
                    List.of(new Requirement("violations of " + sql, "in the way")));
        }

        @Override
        public void foresee(Dialect dialect, Catalogue catalogue) {
            // changes nothing that anybody asks for
        }

        @Override
        public String fingerprint() {
            return sql;
        }
    }
}

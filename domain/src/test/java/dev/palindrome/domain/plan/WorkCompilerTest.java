package dev.palindrome.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.domain.NoDatabaseAdapter;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkCompilerTest {
    @Test
    void a_half_is_one_transaction() {
        Step.Work work = compile("a; b; c");

        assertThat(shown(work)).containsExactly("TRANSACTION [a, b, c]");
        assertThat(work.transactional()).isTrue();
        assertThat(work.notes()).isEmpty();
    }

    @Test
    void a_statement_that_refuses_transactions_runs_by_itself() {
        Step.Work work = compile("a; ALONE b; c");

        assertThat(shown(work)).containsExactly("TRANSACTION [a]", "ALONE [ALONE b]", "TRANSACTION [c]");
        assertThat(work.transactional()).isFalse();
        assertThat(work.notes()).containsExactly("a statement refuses transactions and runs by itself");
    }

    @Test
    void the_scripts_own_pair_of_begin_and_commit_is_left_out() {
        Step.Work work = compile("BEGIN; a; b; COMMIT;");

        assertThat(shown(work)).containsExactly("TRANSACTION [a, b]");
        assertThat(work.notes()).singleElement().asString().contains("BEGIN and COMMIT are left out");
    }

    @Test
    void any_other_transaction_control_is_sent_as_written() {
        Step.Work work = compile("BEGIN; a; COMMIT; BEGIN; b; COMMIT");

        assertThat(shown(work)).containsExactly("AS_WRITTEN [BEGIN, a, COMMIT, BEGIN, b, COMMIT]");
        assertThat(work.transactional()).isFalse();
        assertThat(work.notes()).singleElement().asString().contains("sent as written");
        assertThat(shown(compile("a; COMMIT; b"))).containsExactly("AS_WRITTEN [a, COMMIT, b]");
    }

    @Test
    void a_transaction_that_nothing_commits_is_refused_at_its_line() {
        assertThatThrownBy(() -> compile("a;\nBEGIN;\nb"))
                .hasMessageContaining("never commits it")
                .hasMessageEndingWith("(x.sql:2)");
        assertThatThrownBy(() -> compile("BEGIN; a; COMMIT; BEGIN; b")).hasMessageContaining("never commits it");
    }

    @Test
    void a_migration_can_ask_for_no_transaction() {
        Migration migration =
                Migration.id("1").withoutTransaction().forwards("a; b").build();

        assertThat(shown(new WorkCompiler(new NoDatabaseAdapter(), Catalogue.empty())
                        .compile(migration, Direction.FORWARDS)))
                .containsExactly("AS_WRITTEN [a, b]");
    }

    private static Step.Work compile(String sql) {
        Migration migration = Migration.id("1")
                .location(new Location("x.sql", 1))
                .forwards(sql)
                .build();
        return new WorkCompiler(new NoDatabaseAdapter(), Catalogue.empty()).compile(migration, Direction.FORWARDS);
    }

    private static List<String> shown(Step.Work work) {
        return work.segments().stream()
                .map(segment -> segment.mode() + " "
                        + segment.instructions().stream().map(Instruction::text).toList())
                .toList();
    }
}

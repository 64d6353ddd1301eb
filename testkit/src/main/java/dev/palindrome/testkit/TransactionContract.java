package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.operation.Operations;
import org.junit.jupiter.api.Test;

/** What every session must do with transactions, and what it must not do where DDL can't be rolled back. */
public abstract class TransactionContract extends DatabaseContract {

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected TransactionContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Test
    void what_was_committed_is_seen_by_others() {
        createHistory();
        session().begin();
        session().execute(history().insert(entry("shop", "1")));
        session().commit();

        assertThat(seenByOthers()).hasSize(1);
    }

    @Test
    void what_was_rolled_back_is_gone() {
        createHistory();
        session().begin();
        session().execute(history().insert(entry("shop", "1")));
        session().rollback();

        assertThat(seenByOthers()).isEmpty();
    }

    @Test
    void a_statement_outside_a_transaction_commits_by_itself() {
        createHistory();
        session().execute(history().insert(entry("shop", "1")));
        session().rollback();

        assertThat(seenByOthers()).hasSize(1);
    }

    @Test
    void transactions_follow_one_another() {
        createHistory();
        for (String id : new String[] {"1", "2", "3"}) {
            session().begin();
            session().execute(history().insert(entry("shop", id)));
            if (id.equals("2")) {
                session().rollback();
            } else {
                session().commit();
            }
        }

        assertThat(seenByOthers()).hasSize(2);
    }

    @Test
    void after_a_transaction_statements_commit_by_themselves_again() {
        createHistory();
        session().begin();
        session().commit();
        session().execute(history().insert(entry("shop", "1")));
        session().begin();
        session().rollback();
        session().execute(history().insert(entry("shop", "2")));

        assertThat(seenByOthers()).hasSize(2);
    }

    @Test
    void a_transaction_in_which_a_statement_failed_is_rolled_back_and_the_session_goes_on() {
        createHistory();
        session().begin();
        session().execute(history().insert(entry("shop", "1")));
        assertThatThrownBy(() -> session().execute(failing())).isInstanceOf(StatementException.class);
        session().rollback();
        session().execute(history().insert(entry("shop", "2")));

        assertThat(seenByOthers())
                .extracting(found -> found.migrationId().value())
                .containsExactly("2");
    }

    @Test
    void rolling_back_without_a_transaction_does_nothing() {
        session().rollback();
        session().rollback();
        createHistory();

        assertThat(seenByOthers()).isEmpty();
    }

    @Test
    void a_transaction_that_a_script_began_is_rolled_back_too() {
        createHistory();
        session().execute(testDatabase().beginning());
        session().execute(history().insert(entry("shop", "1")));
        session().rollback();
        session().execute(history().insert(entry("shop", "2")));

        assertThat(seenByOthers())
                .extracting(found -> found.migrationId().value())
                .containsExactly("2");
    }

    @Test
    void closing_rolls_back() {
        createHistory();
        try (Session other = database().openSession()) {
            other.begin();
            other.execute(history().insert(entry("shop", "1")));
        }

        assertThat(seenByOthers()).isEmpty();
    }

    @Test
    @Proves(Capability.TRANSACTIONAL_DDL)
    void ddl_rolls_back_with_its_transaction_or_outlives_it_as_the_adapter_says() {
        session().begin();
        session().execute(createTable("thing"));
        session().rollback();

        assertThat(isThere("thing")).isEqualTo(!can(Capability.TRANSACTIONAL_DDL));
    }

    @Test
    @Proves(Capability.TRANSACTIONAL_DDL)
    void a_definition_is_known_to_commit_by_itself_exactly_where_it_does() {
        SqlScript script = new SqlScript(createTable("thing").sql(), Location.of("script"));
        Operation operation = Operations.createTable("thing", Operations.column("id", "integer").asPrimaryKey());

        assertThat(dialect().split(script))
                .extracting(Statement::kind)
                .allMatch(kind -> kind.isByItself() != can(Capability.TRANSACTIONAL_DDL));
        assertThat(operation.compile(dialect(), Catalogue.empty()))
                .extracting(Instruction::kind)
                .allMatch(kind -> kind.isByItself() != can(Capability.TRANSACTIONAL_DDL));
    }

    @Test
    @Proves(Capability.TRANSACTIONAL_DDL)
    void a_migration_and_its_history_entry_are_one_or_the_adapter_says_that_they_are_not() {
        createHistory();
        session().begin();
        session().execute(createTable("thing"));
        session().execute(history().insert(entry("shop", "1")));
        session().execute(createTable("another"));
        session().rollback();

        boolean whole =
                !isThere("thing") && !isThere("another") && seenByOthers().isEmpty();
        assertThat(whole).isEqualTo(can(Capability.TRANSACTIONAL_DDL));
    }
}

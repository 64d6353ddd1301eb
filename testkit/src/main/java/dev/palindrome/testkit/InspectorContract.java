package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every inspector must see in a catalogue. */
public abstract class InspectorContract extends DatabaseContract {

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected InspectorContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Test
    void the_columns_of_a_table_come_in_order() {
        session().execute(createTable("thing"));

        assertThat(database()
                        .inspector()
                        .columns(session(), Optional.empty(), "thing")
                        .orElseThrow())
                .hasSize(2)
                .satisfiesExactly(
                        id -> assertThat(id).isEqualToIgnoringCase("id"),
                        name -> assertThat(name).isEqualToIgnoringCase("name"));
    }

    @Test
    void what_is_not_there_has_no_columns() {
        session().execute(createTable("thing"));

        assertThat(database().inspector().columns(session(), Optional.empty(), "nothing"))
                .isEmpty();
        assertThat(database().inspector().columns(session(), Optional.empty(), "thing\" --"))
                .isEmpty();
    }

    @Test
    void a_transaction_sees_what_it_has_done_itself() {
        session().begin();
        session().execute(createTable("thing"));

        assertThat(database().inspector().columns(session(), Optional.empty(), "thing"))
                .isPresent();
        session().rollback();
    }
}

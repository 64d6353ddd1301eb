package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Lock;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.time.Duration;
import java.util.List;
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
    void what_we_keep_ourselves_is_no_part_of_the_catalogue() {
        session().execute(createTable("thing"));
        List<SchemaObject> before = database().inspector().all(session());
        createHistory();
        Lock lock = Engine.enter(database(), session(), Duration.ofSeconds(5));
        lock.close();

        assertThat(before).isNotEmpty();
        assertThat(database().inspector().all(session())).isEqualTo(before);
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

package dev.palindrome.examples.music;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.testkit.PalindromeTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pack's own test is about: that each migration goes there and back, and what its reversals do with data. */
class MusicPackTest {
    private static final String URL = "jdbc:h2:mem:music";

    /** H2 forgets a database in memory when its last connection is closed. */
    private Connection connection;

    private Palindrome palindrome;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection(URL);
        palindrome = Palindrome.on(URL).build();
    }

    @AfterEach
    void close() throws SQLException {
        palindrome.close();
        connection.close();
    }

    @PalindromeTest
    void every_migration_goes_there_and_back_and_there_again() {}

    @Test
    void cities_leave_the_names_of_venues_and_come_back_with_venues_that_were_added_since() throws SQLException {
        done(palindrome.forwards("music", "0011_venue_cities"));
        assertThat(query("SELECT name, city FROM venue ORDER BY id"))
                .containsExactly("Paradiso | Amsterdam", "Fabrik | Hamburg", "The Barn | null");

        execute("INSERT INTO venue (id, name, city, capacity) VALUES (4, 'Moods, the club', 'Zürich', 300)");
        done(palindrome.backwards("music"));
        assertThat(query("SELECT name FROM venue ORDER BY id"))
                .containsExactly("Paradiso, Amsterdam", "Fabrik, Hamburg", "The Barn", "Moods, the club, Zürich");

        done(palindrome.forwards("music", "1"));
        assertThat(query("SELECT name, city FROM venue WHERE id = 4")).containsExactly("Moods, the club | Zürich");
    }

    @Test
    void of_several_phone_numbers_the_preferred_one_survives_the_way_back() throws SQLException {
        done(palindrome.forwards("music", "0012_several_phones"));
        execute("UPDATE phone SET preference = 2 WHERE manager_id = 1");
        execute("INSERT INTO phone (manager_id, preference, phone) VALUES (1, 1, '+31 6 5550199')");

        done(palindrome.backwards("music"));

        assertThat(query("SELECT phone FROM manager ORDER BY id")).containsExactly("+31 6 5550199", "+353 1 5550102");
    }

    @Test
    void what_users_entered_stays_when_our_own_data_go() throws SQLException {
        done(palindrome.forwards("music", "0005_first_bookings"));
        execute("INSERT INTO manager (id, name) VALUES (7, 'Eve')");

        done(palindrome.backwards("music"));

        assertThat(query("SELECT name FROM manager")).containsExactly("Eve");
    }

    private static void done(MigrationResult result) {
        assertThat(result.success()).as(result.message()).isTrue();
        assertThat(result.steps()).isNotEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" | ", values));
            }
        }
        return rows;
    }
}

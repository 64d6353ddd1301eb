package dev.palindrome.adapters.jdbc.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What users are told when there is no connection, and what they must never be told. */
final class PostgresqlConnectionTest {
    private static final String SECRET = "s3cret!";

    @Test
    void a_wrong_password_is_a_login_error_that_names_the_user() {
        PostgresqlServer.createUserWithPassword("careful", "right one");
        String url = PostgresqlServer.freshUrl().replaceFirst("\\?.*", "");

        assertThat(refusal(address(url, "careful")))
                .satisfies(e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.DATABASE_LOGIN))
                .hasMessage("[database/login] The database at " + url + " refused the login of 'careful': FATAL:"
                        + " password authentication failed for user \"careful\". Check the user and the password in the"
                        + " configuration.");
    }

    @Test
    void a_database_that_is_not_there_is_unreachable() {
        String url = PostgresqlServer.freshUrl().replaceFirst("/test_\\d+", "/no_such_database");

        assertThat(refusal(DatabaseAddress.of(url)))
                .satisfies(e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.DATABASE_UNREACHABLE))
                .hasMessageContaining("database \"no_such_database\" does not exist. Check the URL");
    }

    @TestFactory
    Stream<DynamicTest> no_message_and_no_stack_trace_has_the_password() {
        return Stream.of(
                        "jdbc:postgresql://localhost:1/x?user=anna&password=" + SECRET,
                        "jdbc:postgresql://localhost:notaport/x?user=anna&password=" + SECRET,
                        "jdbc:postgresql://anna:" + SECRET + "@localhost:1/x",
                        "jdbc:postgresql://localhost:1/x?sslmode=nonsense&sslpassword=" + SECRET)
                .map(url -> DynamicTest.dynamicTest(url.replace(SECRET, "…"), () -> {
                    StringWriter trace = new StringWriter();
                    refusal(address(url, "anna")).printStackTrace(new PrintWriter(trace));

                    assertThat(trace.toString()).doesNotContain(SECRET).contains("Check the URL");
                }));
    }

    @Test
    void preparing_to_connect_connects_to_nothing() {
        new PostgresqlAdapter()
                .connect(DatabaseAddress.of("jdbc:postgresql://localhost:1/x"))
                .close();
    }

    private static DatabaseAddress address(String url, String user) {
        return new DatabaseAddress(url, Optional.of(user), Optional.of(SECRET), Optional.empty());
    }

    private static ProblemException refusal(DatabaseAddress address) {
        try (Database database = new PostgresqlAdapter().connect(address)) {
            ProblemException[] caught = new ProblemException[1];
            assertThatThrownBy(database::openSession)
                    .isInstanceOfSatisfying(ProblemException.class, e -> caught[0] = e);
            return caught[0];
        }
    }
}

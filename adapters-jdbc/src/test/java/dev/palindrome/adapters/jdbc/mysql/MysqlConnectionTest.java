package dev.palindrome.adapters.jdbc.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users are told when there is no connection, and what they must never be told. */
final class MysqlConnectionTest {
    private static final String SECRET = "s3cret!";

    @ParameterizedTest
    @EnumSource
    void a_wrong_password_is_a_login_error_that_names_the_user(MariadbServer server) {
        MariadbServer.administer("CREATE OR REPLACE USER careful@'127.0.0.1' IDENTIFIED BY 'right one'");
        String url = server.freshUrl().replace("user=tester&", "");

        assertThat(refusal(address(url, "careful")))
                .satisfies(e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.DATABASE_LOGIN))
                .hasMessageContaining("refused the login of 'careful': ")
                .hasMessageContaining("Access denied for user 'careful'")
                .hasMessageContaining("Check the user and the password in the configuration.");
    }

    @ParameterizedTest
    @EnumSource
    void a_database_that_is_not_there_is_unreachable(MariadbServer server) {
        assertThat(refusal(DatabaseAddress.of(server.url("no_such_database"))))
                .satisfies(e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.DATABASE_UNREACHABLE))
                .hasMessageContaining("Unknown database 'no_such_database'");
    }

    @TestFactory
    Stream<DynamicTest> no_message_and_no_stack_trace_has_the_password() {
        return Stream.of(
                        "jdbc:mariadb://localhost:1/x?user=anna&password=" + SECRET,
                        "jdbc:mariadb://localhost:notaport/x?user=anna&password=" + SECRET,
                        "jdbc:mysql://localhost:1/x?user=anna&password=" + SECRET,
                        "jdbc:mysql://localhost:notaport/x?user=anna&password=" + SECRET,
                        "jdbc:mysql://anna:" + SECRET + "@localhost:1/x")
                .map(url -> DynamicTest.dynamicTest(url.replace(SECRET, "…"), () -> {
                    StringWriter trace = new StringWriter();
                    refusal(address(url, "anna")).printStackTrace(new PrintWriter(trace));

                    assertThat(trace.toString()).doesNotContain(SECRET).contains("Check the URL");
                }));
    }

    @Test
    void preparing_to_connect_connects_to_nothing() {
        new MysqlAdapter()
                .connect(DatabaseAddress.of("jdbc:mariadb://localhost:1/x"))
                .close();
        new MysqlAdapter()
                .connect(DatabaseAddress.of("jdbc:mysql://localhost:1/x"))
                .close();
    }

    @Test
    void each_url_has_its_driver() {
        assertThat(MysqlUrl.driver("jdbc:mariadb://h/d").className()).isEqualTo("org.mariadb.jdbc.Driver");
        assertThat(MysqlUrl.driver("jdbc:mysql://h/d").className()).isEqualTo("com.mysql.cj.jdbc.Driver");
        assertThat(MysqlUrl.driver("jdbc:mysql://h/d?permitMysqlScheme").className())
                .isEqualTo("org.mariadb.jdbc.Driver");
        assertThat(MysqlUrl.isServed("jdbc:mysqlx:h")).isFalse();
    }

    private static DatabaseAddress address(String url, String user) {
        return new DatabaseAddress(url, Optional.of(user), Optional.of(SECRET), Optional.empty());
    }

    private static ProblemException refusal(DatabaseAddress address) {
        try (Database database = new MysqlAdapter().connect(address)) {
            return catchThrowableOfType(ProblemException.class, database::openSession);
        }
    }
}

package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.PostgresqlServer;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Promise 17: a database that can't be reached is named, and a password never")
class BadConnectionTest {
    private static final String SECRET = "Schw3r-zu-raten";

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeAUser() {
        PostgresqlServer.createUser("guarded", "the right one");
    }

    @Test
    void a_wrong_password_is_said_and_not_shown() {
        String url = PostgresqlServer.freshUrl();
        String withoutUser = url.replaceAll("[?&](user|password)=[^&]*", "");
        char sign = withoutUser.contains("?") ? '&' : '?';

        assertLoginRefused(withoutUser, "guarded", SECRET);
        assertLoginRefused(withoutUser + sign + "user=guarded&password=" + SECRET, "", "");
        assertLoginRefused(withoutUser + sign + "password=" + SECRET + "&user=guarded", "", "");
    }

    @Test
    void a_wrong_password_of_a_file_is_said_and_not_shown() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("guarded");
        DriverManager.getConnection(url, "sa", "the right one").close();

        assertLoginRefused(url, "sa", SECRET);
        assertLoginRefused(url + ";USER=sa;PASSWORD=" + SECRET, "", "");
    }

    @Test
    void whatever_is_printed_or_logged_a_password_is_not() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").table("1", "a");
        try (RunnerProcess runner = RunnerProcess.of(
                        PostgresqlServer.freshUrl().replaceAll("[?&](user|password)=[^&]*", ""),
                        "shop",
                        bench.app("shop").folder())
                .as("guarded", SECRET)
                .options("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace")
                .start()) {
            runner.await("ready");
            runner.go();
            assertThat(runner.result()).contains("false");
            assertThat(String.join("\n", runner.said())).contains("guarded").doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:nosuch://host/db?user=me&password=" + SECRET,
                "jdbc:nosuch://me:" + SECRET + "@host/db",
                "jdbc:nosuch:host;user=me;password=" + SECRET + ";x=y",
                "jdbc:nosuch:thin:me/" + SECRET + "@host:1521/db",
                "jdbc:nosuch:thin:me/" + SECRET + "@//host:1521/db",
                "postgres://me:" + SECRET + "@host/db",
            })
    void a_url_that_no_adapter_serves_is_shown_without_its_password(String url) {
        try (Palindrome engine = Palindrome.on(url).build()) {
            MigrationResult result = engine.forwards("all");
            assertThat(result.success()).isFalse();
            assertThat(result.problems().get(0).code().path()).isEqualTo("database/no-adapter");
            assertThat(result.message()).contains("postgresql", "sqlite", "h2");
            assertThat(ResultJson.of(result)).doesNotContain(SECRET);
        }
    }

    @Test
    void a_driver_that_is_not_there_is_named_with_its_jar() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").table("1", "a");
        try (RunnerProcess runner = RunnerProcess.of(
                        bench.database().url(), "shop", bench.app("shop").folder())
                .without("sqlite-jdbc")
                .start()) {
            runner.await("ready");
            runner.go();
            assertThat(runner.result()).contains("false", "driver is missing", "org.xerial:sqlite-jdbc", "adapters/");
        }
    }

    @Test
    void a_server_that_is_not_there_is_named() {
        try (Palindrome engine =
                Palindrome.on("jdbc:postgresql://localhost:1/shop").build()) {
            MigrationResult result = engine.forwards("all");
            assertThat(result.success()).isFalse();
            assertThat(result.message()).contains("jdbc:postgresql://localhost:1/shop", "refused");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        TestDatabase database = DatabaseKind.SQLITE.fresh(folder.resolve("nowhere"));
        try (Palindrome engine = Palindrome.on(database.url()).build()) {
            MigrationResult result = engine.forwards("all");
            assertThat(result.success()).isFalse();
            assertThat(result.message()).contains(folder.resolve("nowhere").toString());
        }
    }

    @Test
    void a_database_that_nobody_named_is_said() {
        try (Palindrome engine = Palindrome.on(Configuration.EMPTY).build()) {
            assertThat(engine.forwards("all").message()).contains("--url", "PALINDROME_URL");
        }
    }

    private static void assertLoginRefused(String url, String user, String password) {
        Configuration configuration = Configuration.EMPTY.with(new Configuration.DatabaseSettings(
                Optional.of(url),
                Optional.of(user).filter(text -> !text.isEmpty()),
                Optional.of(password).filter(text -> !text.isEmpty())));
        try (Palindrome engine = Palindrome.on(configuration).build()) {
            MigrationResult result = engine.forwards("all");
            assertThat(result.success()).isFalse();
            assertThat(result.problems())
                    .extracting(problem -> problem.code().path())
                    .containsExactly("database/login");
            assertThat(ResultJson.of(result) + result + configuration + stackTrace(engine))
                    .doesNotContain(SECRET);
        }
    }

    private static String stackTrace(Palindrome engine) {
        StringWriter text = new StringWriter();
        try {
            engine.check("all");
            throw new AssertionError("the login should have been refused");
        } catch (ProblemException e) {
            e.printStackTrace(new PrintWriter(text, true));
            return text.toString();
        }
    }
}

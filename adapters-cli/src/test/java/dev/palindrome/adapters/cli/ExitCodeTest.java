package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Kind;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({"INPUT,2", "UNKNOWN,1", "CONFLICT,1", "REFUSED,1", "ENVIRONMENT,4", "INTERNAL,5"})
    void each_kind_of_problem_has_its_code(Kind kind, int code) {
        assertThat(ExitCode.of(List.of(error(kind))).code()).isEqualTo(code);
        assertThat(ExitCode.of(MigrationResult.refused(List.of(error(kind)))).code())
                .isEqualTo(code);
    }

    @Test
    void the_worst_problem_counts_and_warnings_do_not() {
        List<Problem> all =
                Arrays.stream(Kind.values()).map(ExitCodeTest::error).toList();
        assertThat(ExitCode.of(all)).isEqualTo(ExitCode.INTERNAL);
        assertThat(ExitCode.of(List.of(
                        error(Kind.REFUSED), Problem.warning(new Problem.Code("x/y", Kind.INTERNAL), "careful"))))
                .isEqualTo(ExitCode.FAILED);
        assertThat(ExitCode.of(MigrationResult.of(true, "done", List.of()))).isEqualTo(ExitCode.DONE);
    }

    @Test
    void no_connection_is_4_and_a_failing_statement_is_1(@TempDir Path folder) {
        CommandLineFixture shop = CommandLineFixture.withShop(folder);
        String nowhere = "jdbc:postgresql://127.0.0.1:1/shop?connectTimeout=2";
        assertThat(shop.run("check", "--url", nowhere).code()).isEqualTo(4);
        assertThat(shop.run("forwards", "shop", "--url", nowhere).code()).isEqualTo(4);
        shop.file("shop/0001__customers.sql", "-- forwards\nSELEC 1;\n");
        assertThat(shop.run("forwards", "shop").code()).isEqualTo(1);
    }

    @Test
    void an_error_inside_is_5_and_its_stack_trace_is_shown_on_request() {
        CommandLineFixture nowhere = new CommandLineFixture(Path.of("nowhere"));
        nowhere.environment.put("PALINDROME_URL", "jdbc:sqlite:");
        Run usual = nowhere.run("check", "--pack", "\0");
        Run verbose = nowhere.run("check", "--pack", "\0", "-v");
        assertThat(usual.code()).isEqualTo(5);
        assertThat(usual.err()).contains("internal/error", "-v").doesNotContain("\tat ");
        assertThat(verbose.err()).contains("InvalidPathException", "\tat ");
    }

    @Test
    void an_error_of_the_virtual_machine_is_5_too(@TempDir Path folder) {
        CommandLineFixture shop = CommandLineFixture.withShop(folder);
        shop.modules.add(binder -> {
            throw new NoClassDefFoundError("com/example/Gone");
        });
        Run run = shop.run("check", "--output", "json");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.json().findValuesAsText("message").get(0)).contains("com/example/Gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void an_answer_that_cannot_be_written_is_5(String format, @TempDir Path folder) {
        CommandLineFixture shop = CommandLineFixture.withShop(folder);
        shop.device = FullDevice::new;
        Run run = shop.run("check", "--output", format);
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).startsWith("error: [output/lost] ").hasLineCount(1);
    }

    @Test
    void an_error_whose_answer_cannot_be_written_keeps_its_code(@TempDir Path folder) {
        CommandLineFixture shop = CommandLineFixture.withShop(folder);
        shop.device = FullDevice::new;
        assertThat(shop.run("check", "nobody", "--output", "json").code()).isEqualTo(1);
        assertThat(shop.run("check", "--fail-if-pending").code()).isEqualTo(3);
    }

    /** Takes nothing, and says so when it is flushed, as a file on a full disk does. */
    private static final class FullDevice extends FilterWriter {
        FullDevice(Writer out) {
            super(out);
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private static Problem error(Kind kind) {
        return Problem.error(new Problem.Code("some/thing", kind), "Something.");
    }
}

package dev.palindrome.adapters.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.cli.Poll;
import dev.palindrome.adapters.cli.terminal.Manner.Color;
import dev.palindrome.adapters.cli.terminal.Manner.Format;
import dev.palindrome.adapters.cli.terminal.Manner.Talk;
import dev.palindrome.domain.plan.Ending;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Statement;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Traits WATCHED = new Traits(true, true, true, true, 60);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void to_somebody_who_watches_one_line_is_rewritten_and_goes_away() {
        Progress progress = new Progress(terminal(WATCHED, Manner.USUAL));
        progress.waitingFor("anna@db1, process 4711");
        progress.stepStarted(step(), 1, 2);
        progress.stepDone(done(), 1, 2);

        assertThat(err.toString())
                .contains("waiting for anna@db1, process 4711 …")
                .contains("\r\u001B[Kstep 1 of 2: shop:0001 customers")
                .endsWith("\r\u001B[K")
                .doesNotContain("\n");
        assertThat(out.toString()).contains("shop:0001  customers").contains("12 ms");
    }

    @Test
    void a_statement_that_takes_long_is_shown_with_its_seconds() throws Exception {
        Progress progress = new Progress(terminal(WATCHED, Manner.USUAL));
        progress.stepStarted(step(), 1, 1);
        progress.statementStarted(step(), Statement.of("-- a remark\n  UPDATE customer\nSET nick = NULL"), 1, 1);
        Pattern shown = Pattern.compile("step 1 of 1: shop:0001 customers \\(\\d+ s\\): UPDATE customer");
        assertThat(Poll.match(shown, () -> true, err::toString).start()).isPositive();
        progress.stepDone(done(), 1, 1);
    }

    @Test
    void nobody_watches_a_log_file_but_waiting_is_said_once() {
        Progress progress = new Progress(terminal(Traits.NONE, Manner.USUAL));
        progress.waitingFor("anna@db1, process 4711");
        progress.stepStarted(step(), 1, 2);
        progress.stepDone(done(), 1, 2);
        assertThat(err.toString()).isEqualToNormalizingNewlines("waiting for anna@db1, process 4711 …\n");
        assertThat(out.toString()).isEqualToNormalizingNewlines("✓ shop:0001  customers  12 ms\n");
    }

    @Test
    void programs_and_quiet_users_get_no_lines() {
        for (Manner manner : List.of(
                new Manner(Format.JSON, Color.AUTO, Talk.USUAL), new Manner(Format.TEXT, Color.AUTO, Talk.QUIET))) {
            Progress progress = new Progress(terminal(WATCHED, manner));
            progress.stepStarted(step(), 1, 2);
            progress.stepDone(done(), 1, 2);
        }
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void without_unicode_marks_and_messages_are_ascii() {
        Progress progress = new Progress(terminal(new Traits(false, false, false, false, 80), Manner.USUAL));
        progress.waitingFor("anna");
        progress.stepDone(done(), 1, 2);
        assertThat(err.toString()).isEqualToNormalizingNewlines("waiting for anna ...\n");
        assertThat(out.toString()).isEqualToNormalizingNewlines("ok shop:0001  customers  12 ms\n");
    }

    private Terminal terminal(Traits traits, Manner manner) {
        PrintWriter stdout = new PrintWriter(out);
        Streams streams = new Streams(new BufferedReader(new StringReader("")), stdout, stdout, new PrintWriter(err));
        return new Terminal(streams, traits, manner, Map.of());
    }

    private static Step step() {
        return new Step(
                Direction.FORWARDS,
                new MigrationRef("shop", new MigrationId("0001")),
                "customers",
                Step.Work.recordOnly(),
                Checksum.of("x"),
                new Ending.Unchanged(),
                Optional.empty(),
                List.of());
    }

    private static StepResult done() {
        return new StepResult(
                "shop",
                "0001",
                "customers",
                Direction.FORWARDS,
                StepOutcome.DONE,
                Duration.ofMillis(12),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}

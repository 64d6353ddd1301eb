package dev.palindrome.adapters.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.ProofState;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.spi.Checksum;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckAnswerTest {
    @Test
    void columns_are_aligned_and_statuses_summed_up() {
        StringWriter out = new StringWriter();
        PrintWriter stdout = new PrintWriter(out);
        Streams streams = new Streams(
                new BufferedReader(Reader.nullReader()), stdout, stdout, new PrintWriter(new StringWriter()));
        CheckReport report = new CheckReport(
                List.of(
                        status("geo", "1", Status.APPLIED, Duration.ofMillis(7)),
                        status("shop", "0001", Status.CHANGED, Duration.ofMillis(61_500)),
                        status("shop", "0002_größe", Status.FAKED, Duration.ZERO),
                        status("shop", "0003", Status.PENDING, Duration.ZERO)),
                List.of());

        new Terminal(streams, Traits.NONE, Manner.USUAL, Map.of()).print(new CheckAnswer(report));

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                geo
                  status   id  ran on (UTC)         took  by        reversal  description
                  applied  1   2026-03-02 10:15:00  7 ms  anna@db1  given     what 1 does

                shop
                  status   id          ran on (UTC)         took       by        reversal  description
                  changed  0001        2026-03-02 10:15:00  1 min 1 s  anna@db1  given     what 0001 does
                  faked    0002_größe  2026-03-02 10:15:00  0 ms       anna@db1  given     what 0002_größe does
                  pending  0003                                                  given     what 0003 does

                4 migrations: 1 pending, 1 applied, 1 changed, 1 faked
                """);
    }

    private static MigrationStatus status(String app, String id, Status status, Duration duration) {
        Optional<MigrationStatus.Run> run = status == Status.PENDING
                ? Optional.empty()
                : Optional.of(new MigrationStatus.Run(
                        Instant.parse("2026-03-02T10:15:00.5Z"), "anna@db1", duration, 1, Checksum.of(id), List.of()));
        return new MigrationStatus(
                app,
                id,
                "what " + id + " does",
                run.isPresent(),
                status,
                run,
                Optional.of(Checksum.of(id)),
                ReversalState.GIVEN,
                ProofState.NONE);
    }
}

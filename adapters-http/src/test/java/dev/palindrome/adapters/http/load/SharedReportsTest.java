package dev.palindrome.adapters.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestDataSource;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedReportsTest {
    @Test
    void readsOnceForAllWhoAskWhileNobodyReads() throws Exception {
        TestDataSource database = new TestDataSource();
        try (Palindrome palindrome = Palindrome.on(database).build();
                Background background = new Background(Runnable::run);
                SharedReports reports = new SharedReports(palindrome, Runnable::run, background, () -> false)) {
            reports.ask("all").get(1, TimeUnit.MINUTES);
            int before = database.connections();
            List<CompletableFuture<SharedReport>> asked = new ArrayList<>();
            try (TestDataSource.Silence silence = database.silence()) {
                for (int i = 0; i < 1_000; i++) {
                    asked.add(reports.ask("all"));
                }
            }
            for (CompletableFuture<SharedReport> report : asked) {
                assertThat(report.get(1, TimeUnit.MINUTES)).isNotNull();
            }

            assertThat(database.connections() - before).isBetween(1, 10);
        }
    }

    @Test
    void readsNowAndThenWhileARunIsUnderWay() throws Exception {
        TestDataSource database = new TestDataSource();
        try (Palindrome palindrome = Palindrome.on(database).build();
                Background background = new Background(Runnable::run);
                SharedReports reports = new SharedReports(palindrome, Runnable::run, background, () -> true)) {
            reports.ask("all").get(1, TimeUnit.MINUTES);
            int before = database.connections();
            long begin = System.nanoTime();
            for (int i = 0; i < 4; i++) {
                reports.ask("all").get(1, TimeUnit.MINUTES);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(SharedReports.REST.multipliedBy(3));
            assertThat(database.connections() - before).isEqualTo(4);
        }
    }

    @Test
    void tellsNobodyWhatWasReadBeforeItWasAsked() throws Exception {
        try (Palindrome palindrome = TestServer.engine(Pack.of("shop", Pack.table("t1")));
                Background background = new Background(Runnable::run);
                SharedReports reports = new SharedReports(palindrome, Runnable::run, background, () -> false)) {
            for (int i = 0; i < 20; i++) {
                Status status = i % 2 == 0 ? Status.APPLIED : Status.PENDING;
                CompletableFuture<SharedReport> before = reports.ask("shop");
                if (status == Status.APPLIED) {
                    palindrome.forwards("shop").orThrow();
                } else {
                    palindrome.backwards("shop").orThrow();
                }

                assertThat(reports.ask("shop").get(1, TimeUnit.MINUTES).report().statuses())
                        .allMatch(s -> s.status() == status);
                before.get(1, TimeUnit.MINUTES);
            }
        }
    }
}

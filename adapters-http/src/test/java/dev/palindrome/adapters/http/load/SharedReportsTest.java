package dev.palindrome.adapters.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestDataSource;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.Status;
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
                SharedReports reports = new SharedReports(palindrome, Runnable::run)) {
            reports.ask("all").get(1, TimeUnit.MINUTES);
            int before = database.connections();
            List<CompletableFuture<CheckReport>> asked = new ArrayList<>();
            try (TestDataSource.Silence silence = database.silence()) {
                for (int i = 0; i < 1_000; i++) {
                    asked.add(reports.ask("all"));
                }
            }
            for (CompletableFuture<CheckReport> report : asked) {
                assertThat(report.get(1, TimeUnit.MINUTES)).isNotNull();
            }

            assertThat(database.connections() - before).isBetween(1, 10);
        }
    }

    @Test
    void tellsNobodyWhatWasReadBeforeItWasAsked() throws Exception {
        try (Palindrome palindrome = TestServer.engine(Pack.of("shop", Pack.table("t1")));
                SharedReports reports = new SharedReports(palindrome, Runnable::run)) {
            for (int i = 0; i < 20; i++) {
                Status status = i % 2 == 0 ? Status.APPLIED : Status.PENDING;
                CompletableFuture<CheckReport> before = reports.ask("shop");
                if (status == Status.APPLIED) {
                    palindrome.forwards("shop").orThrow();
                } else {
                    palindrome.backwards("shop").orThrow();
                }

                assertThat(reports.ask("shop").get(1, TimeUnit.MINUTES).statuses())
                        .allMatch(s -> s.status() == status);
                before.get(1, TimeUnit.MINUTES);
            }
        }
    }
}

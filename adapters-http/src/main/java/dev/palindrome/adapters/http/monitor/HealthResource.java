package dev.palindrome.adapters.http.monitor;

import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.spi.ProblemCodes;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** {@code GET /health/live} and {@code /health/ready}, for whoever keeps servers running. Needs no token, so it tells little. */
public final class HealthResource {
    private final Readiness readiness;
    private final Executor pool;
    private final Duration patience;

    public HealthResource(Readiness readiness, Executor pool, Limits limits) {
        this.readiness = readiness;
        this.pool = pool;
        this.patience = limits.readinessTime();
    }

    public void live(Context ctx) {
        answer(ctx, "live");
    }

    public void ready(Context ctx) {
        ctx.future(() -> readiness
                .ask()
                .completeOnTimeout(false, patience.toNanos(), TimeUnit.NANOSECONDS)
                .thenAcceptAsync(
                        reached -> {
                            if (!reached) {
                                throw HttpFailure.of(
                                        ProblemCodes.DATABASE_UNREACHABLE,
                                        "The database can't be reached. The server's log says why.");
                            }
                            answer(ctx, "ready");
                        },
                        pool));
    }

    private static void answer(Context ctx, String status) {
        Json.answer(ctx, 200, json -> {
            json.writeStartObject();
            json.writeStringField("status", status);
            json.writeEndObject();
        });
    }
}

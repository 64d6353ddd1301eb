package dev.palindrome.adapters.http.answer;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.StatementException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what resources throw. What is nobody's fault but ours goes to the log, and only its number to the client. */
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");

    private ErrorAnswers() {}

    public static void install(JavalinConfig config) {
        config.routes.exception(HttpFailure.class, (e, ctx) -> answer(ctx, e));
        config.routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, HttpFailure.of(e.problems())));
        config.routes.exception(StatementException.class, (e, ctx) -> answer(ctx, unwilling(e)));
        config.routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, routing(ctx, e)));
        config.routes.exception(Exception.class, (e, ctx) -> answer(ctx, internal(e)));
        config.router.javaLangErrorHandler((response, error) -> answer(response, internal(error)));
    }

    static void answer(Context ctx, HttpFailure failure) {
        failure.headers().forEach(ctx::header);
        ctx.status(failure.status())
                .contentType(ProblemDetails.MEDIA_TYPE)
                .result(ProblemDetails.document(failure.status(), failure.problems()));
    }

    /** {@return the failure that stands for an error of ours} */
    static HttpFailure internal(Throwable error) {
        String number = UUID.randomUUID().toString();
        LOG.error("internal error {}", number, error);
        return HttpFailure.of(
                Codes.INTERNAL_ERROR,
                "An error inside Palindrome. The server's log has it under the number " + number + ".");
    }

    private static void answer(HttpServletResponse response, HttpFailure failure) {
        response.setStatus(failure.status());
        response.setContentType(ProblemDetails.MEDIA_TYPE);
        try {
            response.getOutputStream()
                    .write(ProblemDetails.document(failure.status(), failure.problems())
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("an error could not be answered", e);
        }
    }

    private static HttpFailure unwilling(StatementException e) {
        return HttpFailure.of(List.of(Problem.error(
                ProblemCodes.DATABASE_UNREACHABLE, "The database did not answer as it should: " + e.getMessage())));
    }

    private static HttpFailure routing(Context ctx, HttpResponseException e) {
        if (e.getStatus() == Statuses.of(HttpCodes.REQUEST_METHOD)) {
            String allowed = String.join(", ", e.getDetails().values());
            return HttpFailure.of(
                            HttpCodes.REQUEST_METHOD,
                            "'" + ctx.path() + "' does not know " + ctx.method() + ". It knows: " + allowed + ".")
                    .with("Allow", allowed);
        }
        return e.getStatus() == Statuses.of(HttpCodes.REQUEST_PATH)
                ? HttpFailure.of(
                        HttpCodes.REQUEST_PATH,
                        "There is nothing at '" + ctx.path() + "'. What there is stands in /openapi.json.")
                : internal(e);
    }
}

package dev.palindrome.adapters.http.door;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: when it was answered, who, what, and what came of it. No query, no headers, no bodies: they can
 * hold what nobody should read. What monitors ask all day long is told to those who want to know everything.
 */
public final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http.access");

    private AccessLog() {}

    public static void write(Context ctx, float millis) {
        String path = ctx.path().substring(ctx.contextPath().length());
        if (path.startsWith("/health/") || path.equals("/metrics")) {
            if (LOG.isDebugEnabled()) {
                LOG.debug(line(ctx, millis));
            }
        } else if (LOG.isInfoEnabled()) {
            LOG.info(line(ctx, millis));
        }
    }

    private static String line(Context ctx, float millis) {
        return "time=" + Instant.now().truncatedTo(ChronoUnit.MILLIS)
                + " remote=" + value(ctx.ip())
                + " caller=" + value(Visit.caller(ctx).map(Caller::name).orElse("-"))
                + " method=" + value(ctx.method().name())
                + " path=" + value(ctx.path())
                + " status=" + ctx.statusCode()
                + " millis=" + Math.round(millis);
    }

    /** As it is if that can't be misread, else in quotes and escaped, so that nobody writes lines or fields of their own. */
    static String value(String text) {
        if (text.matches("[!#-<>-\\[\\]-~]+")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c > '~') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}

package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.ProblemDetails;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Code;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses before any of our code sees it: requests that are no HTTP, headers that are too long. */
final class JettyErrors implements Request.Handler {
    private static final Map<Integer, Code> CODES = Map.of(
            400, HttpCodes.REQUEST_MALFORMED,
            404, HttpCodes.REQUEST_PATH,
            408, HttpCodes.REQUEST_TIMEOUT,
            413, HttpCodes.REQUEST_TOO_LARGE,
            414, HttpCodes.REQUEST_HEADERS,
            431, HttpCodes.REQUEST_HEADERS,
            503, HttpCodes.SERVER_CLOSING);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(request, response);
        Code code = CODES.getOrDefault(status, status < 500 ? HttpCodes.REQUEST_MALFORMED : Codes.INTERNAL_ERROR);
        Object reason = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        Problem problem = Problem.error(
                code,
                "The server can't take this request: " + (reason == null ? HttpStatus.getMessage(status) : reason)
                        + ".");
        StrictHeaders.put(response.getHeaders()::put);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE);
        Content.Sink.write(response, true, ProblemDetails.document(status, List.of(problem)), callback);
        return true;
    }

    private static int status(Request request, Response response) {
        return request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer status
                ? status
                : Math.max(400, response.getStatus());
    }
}

package dev.palindrome.adapters.http.answer;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem. */
public final class HttpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Problem> problems;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private HttpFailure(int status, List<Problem> problems) {
        super(problems.get(0).message(), null, false, false);
        this.status = status;
        this.problems = problems;
    }

    public static HttpFailure of(Code code, String message) {
        return of(List.of(Problem.error(code, message)));
    }

    /** The first error decides the status; warnings come after the errors. */
    public static HttpFailure of(List<Problem> problems) {
        List<Problem> sorted = errorsFirst(problems);
        return new HttpFailure(Statuses.of(sorted.get(0).code()), sorted);
    }

    /** The plan was refused, whatever for. */
    public static HttpFailure refused(List<Problem> problems) {
        return new HttpFailure(Statuses.of(Kind.REFUSED), errorsFirst(problems));
    }

    public HttpFailure with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public int status() {
        return status;
    }

    List<Problem> problems() {
        return problems;
    }

    Map<String, String> headers() {
        return headers;
    }

    private static List<Problem> errorsFirst(List<Problem> problems) {
        return problems.stream().sorted(Comparator.comparing(Problem::severity)).toList();
    }
}

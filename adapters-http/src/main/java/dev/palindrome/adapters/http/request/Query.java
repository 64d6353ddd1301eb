package dev.palindrome.adapters.http.request;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters after the question mark. One that nobody knows is an error: a slip must not read as 'everything'. */
public final class Query {
    private final Map<String, List<String>> parameters;

    public Query(Context ctx, List<String> known) {
        this.parameters = ctx.queryParamMap();
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw wrong("There is no parameter '" + name + "'. There is: " + String.join(", ", known) + ".");
            }
            if (values.size() != 1) {
                throw wrong("The parameter '" + name + "' must be given once.");
            }
        });
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).map(values -> values.get(0));
    }

    /** {@return the number, or the usual one if there is none} */
    public int number(String name, int usual, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return usual;
        }
        String digits = text.orElseThrow();
        int number = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > most) {
            throw wrong("The parameter '" + name + "' must be a number from 1 to " + most + ", not '" + digits + "'.");
        }
        return number;
    }

    public static HttpFailure wrong(String message) {
        return HttpFailure.of(HttpCodes.REQUEST_PARAMETER, message);
    }
}

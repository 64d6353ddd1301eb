package dev.palindrome.adapters.http.run;

import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.application.json.ResultJson;
import java.nio.charset.StandardCharsets;

/**
 * Something that happened in a run.
 *
 * @param id its number within the run, counted from 1
 * @param name what kind of thing
 * @param data writes what is to be told of it
 */
record Event(long id, String name, ResultJson.Content data) {

    /** {@return the event as a stream carries it} */
    byte[] bytes() {
        return ("id: " + id + "\nevent: " + name + "\ndata: " + Json.line(data) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

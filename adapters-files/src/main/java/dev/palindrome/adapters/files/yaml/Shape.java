package dev.palindrome.adapters.files.yaml;

import java.util.Map;
import java.util.Optional;

/** What may be written in some place: it reads what is written there, and says in the JSON Schema what that may be. */
interface Shape {

    /**
     * Reads a value.
     *
     * @param node what is written
     * @param subject what it is about, as the sentence of an error begins: {@code "'columns'"}
     * @param findings gets what is wrong
     * @return the value; empty if findings were added
     */
    Optional<Object> read(Node node, String subject, Findings findings);

    /**
     * Describes it in JSON Schema. Only keywords that editors know from older drafts, too.
     *
     * @param definitions gets what is described once and referred to
     * @return a schema
     */
    Map<String, Object> schema(Definitions definitions);
}

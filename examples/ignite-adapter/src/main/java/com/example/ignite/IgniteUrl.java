package com.example.ignite;

import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a URL says: {@code ignite://host:10800,other:10800/schema?timeout=30}.
 *
 * @param nodes where nodes of one cluster listen for clients; as many as one knows, since any of them may be gone
 * @param schema the schema in which unqualified names are found, in its written form
 * @param timeout how long a transaction may take
 */
record IgniteUrl(List<String> nodes, String schema, Duration timeout) {
    static final String SCHEME = "ignite://";

    private static final Problem.Code MALFORMED = new Problem.Code("database/url", Problem.Kind.INPUT);
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern FORM =
            Pattern.compile(SCHEME + "(?<nodes>[^/?]+)(/(?<schema>[^?]*))?(\\?timeout=(?<seconds>[1-9][0-9]{0,5}))?");

    IgniteUrl {
        nodes = List.copyOf(nodes);
    }

    static IgniteUrl of(DatabaseAddress address) {
        Matcher url = FORM.matcher(address.url());
        if (!url.matches()) {
            throw new ProblemException(
                    Problem.error(
                            MALFORMED,
                            "The URL '" + address + "' can't be read. Write it as "
                                    + "ignite://host:port,host:port/schema?timeout=seconds; schema and timeout may be left out."));
        }
        String schema = url.group("schema");
        String seconds = url.group("seconds");
        return new IgniteUrl(
                List.of(url.group("nodes").split(",")),
                schema == null || schema.isEmpty() ? "public" : schema,
                seconds == null ? USUAL_TIMEOUT : Duration.ofSeconds(Long.parseLong(seconds)));
    }
}

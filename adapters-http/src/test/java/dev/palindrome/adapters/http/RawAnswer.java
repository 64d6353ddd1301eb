package dev.palindrome.adapters.http;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads an answer as it came over the wire. */
final class RawAnswer {
    private RawAnswer() {}

    static Answer parse(String text) {
        String[] parts = text.split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]), parts[1], HttpHeaders.of(headers, (name, value) -> true));
    }
}

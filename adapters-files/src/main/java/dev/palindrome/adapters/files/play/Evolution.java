package dev.palindrome.adapters.files.play;

import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A script of Play Evolutions, cut at its markers, {@code # --- !Ups} and {@code # --- !Downs}. Each line loses the blanks around
 * it, for Play takes them away before it looks at anything else. Several sections of one half follow each other.
 *
 * @param preamble the lines above the first marker, which Play drops
 * @param ups the forwards half
 * @param downs the backwards half
 */
record Evolution(List<Line> preamble, List<Line> ups, List<Line> downs) {
    private static final Pattern UPS = Pattern.compile("(?:#|--).*!Ups.*");
    private static final Pattern DOWNS = Pattern.compile("(?:#|--).*!Downs.*");

    static boolean hasMarker(String text) {
        return text.contains("!Ups") && of(new SourceFile(text, "")).hasMarkers();
    }

    static Evolution of(SourceFile file) {
        List<Line> preamble = new ArrayList<>();
        List<Line> ups = new ArrayList<>();
        List<Line> downs = new ArrayList<>();
        List<Line> half = preamble;
        for (Line line : file.lines()) {
            String content = line.content().strip();
            if (UPS.matcher(content).matches()) {
                half = ups;
                half.add(new Line(line.number(), line.start(), "", line.next()));
            } else if (DOWNS.matcher(content).matches()) {
                half = downs;
                half.add(new Line(line.number(), line.start(), "", line.next()));
            } else {
                half.add(new Line(line.number(), line.start(), content, line.next()));
            }
        }
        return new Evolution(preamble, ups, downs);
    }

    /** A half begins with an empty line in its marker's place. */
    boolean hasMarkers() {
        return !ups.isEmpty() || !downs.isEmpty();
    }

    /** {@return the first comment above the markers, which is as near to a description as Play gets} */
    String description() {
        return preamble.stream()
                .map(line -> line.content().replaceFirst("^[-#\\s]+", "").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** {@return what Play keeps of both halves to know them by} */
    String hash() {
        try {
            byte[] bytes = (text(downs) + text(ups)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String text(List<Line> half) {
        return String.join("\n", half.stream().map(Line::content).toList()).strip();
    }
}

package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that was read: its text, and where each piece of it stands. Pieces are the text as written.
 *
 * @param text what the file holds
 * @param name the file as the user named it
 */
public record SourceFile(String text, String name) {

    /**
     * Reads a file.
     *
     * @param folder the folder it is in
     * @param fileName its name
     * @return the file
     * @throws dev.palindrome.spi.ProblemException if it can't be read
     */
    public static SourceFile read(MigrationFolder folder, String fileName) {
        return new SourceFile(folder.text(fileName), folder.file(fileName).toString());
    }

    /** {@return its lines; an empty text has none, and neither has what follows the last line end if that is nothing} */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = LineEnds.endOfLine(text, start);
            int next = LineEnds.afterLineEnd(text, end);
            lines.add(new Line(lines.size() + 1, start, text.substring(start, end), next));
            start = next;
        }
        return lines;
    }

    /** {@return the place of the file as a whole} */
    public Location place() {
        return Location.of(name);
    }

    /**
     * Says where a line stands.
     *
     * @param line one of {@link #lines}
     * @return its place
     */
    public Location at(Line line) {
        return new Location(name, line.number());
    }

    /** {@return all of it} */
    public SqlScript whole() {
        return new SqlScript(text, new Location(name, 1));
    }

    /**
     * Cuts a piece out.
     *
     * @param first the line with which it begins
     * @param end the index where it ends
     * @return the piece
     */
    public SqlScript piece(Line first, int end) {
        return new SqlScript(text.substring(first.start(), end), at(first));
    }
}

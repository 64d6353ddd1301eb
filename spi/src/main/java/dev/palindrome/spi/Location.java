package dev.palindrome.spi;

/**
 * Where something was written: a file (or class, or jar) and a line in it. Problems and failed statements carry one.
 *
 * @param source the file as the user named it, or the name of a class
 * @param line the line, counted from 1; 0 when there are no lines to count
 * @since 0.1
 */
public record Location(String source, int line) {

    /**
     * Guards the record.
     *
     * @param source the source
     * @param line not negative, else {@link IllegalArgumentException}
     */
    public Location {
        if (line < 0) {
            throw new IllegalArgumentException("A line is counted from 1: " + line);
        }
    }

    /**
     * A place without lines.
     *
     * @param source the file, class or jar
     * @return the location of the whole source
     */
    public static Location of(String source) {
        return new Location(source, 0);
    }

    /**
     * A line of the same source.
     *
     * @param offset how many lines further down; has no effect where lines aren't counted
     * @return the location that many lines below this one
     */
    public Location plusLines(int offset) {
        return line == 0 ? this : new Location(source, line + offset);
    }

    /** {@return {@code source:line}, or the source alone where lines aren't counted} */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}

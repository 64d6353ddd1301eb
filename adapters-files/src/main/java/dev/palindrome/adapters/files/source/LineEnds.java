package dev.palindrome.adapters.files.source;

/** Where lines end: at LF, CRLF or CR, whatever the tool that wrote the file. */
public final class LineEnds {

    private LineEnds() {}

    /**
     * Finds the end of a line.
     *
     * @param text a file's text
     * @param from an index in the line
     * @return the index of its line end; the length of the text if it is the last line
     */
    public static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /**
     * Finds the next line.
     *
     * @param text a file's text
     * @param end the index of a line end, or the length of the text
     * @return the index behind the line end
     */
    public static int afterLineEnd(String text, int end) {
        if (end == text.length()) {
            return end;
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
}

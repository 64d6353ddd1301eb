package dev.palindrome.adapters.files.source;

/**
 * A line of a file.
 *
 * @param number counted from 1
 * @param start the index of its first character
 * @param content what stands on it, without its line end
 * @param next the index of the next line; the length of the text if there is none
 */
public record Line(int number, int start, String content, int next) {

    /** {@return the index of its line end} */
    public int end() {
        return start + content.length();
    }
}

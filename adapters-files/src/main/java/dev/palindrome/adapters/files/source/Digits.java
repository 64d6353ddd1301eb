package dev.palindrome.adapters.files.source;

/** The digits 0 to 9, in names of files that begin with a number. */
public final class Digits {

    private Digits() {}

    /** {@return whether a character is one of the digits 0 to 9} */
    public static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** {@return the digits with which a text begins; may be empty} */
    public static String leading(String text) {
        int at = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(0, at);
    }
}

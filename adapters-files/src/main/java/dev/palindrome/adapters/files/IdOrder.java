package dev.palindrome.adapters.files;

import dev.palindrome.adapters.files.source.Digits;
import java.util.Comparator;

/**
 * The order of our own files: ids are compared character by character, but a run of digits counts as one number, so {@code
 * 9} comes before {@code 10}, and {@code 1.9} before {@code 1.10}. The order of two migrations hangs on their two ids alone,
 * so that no new file ever changes the order of those that have run.
 *
 * <p>Ids that differ in nothing but leading zeros are equal in this order: {@code 1} and {@code 001} can't stand in one
 * folder.
 */
enum IdOrder implements Comparator<String> {
    NATURAL;

    @Override
    public int compare(String left, String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            if (Digits.isDigit(left.charAt(l)) && Digits.isDigit(right.charAt(r))) {
                int leftStart = afterZeros(left, l);
                int rightStart = afterZeros(right, r);
                l = afterDigits(left, leftStart);
                r = afterDigits(right, rightStart);
                int byLength = Integer.compare(l - leftStart, r - rightStart);
                int byNumber = byLength != 0
                        ? byLength
                        : left.substring(leftStart, l).compareTo(right.substring(rightStart, r));
                if (byNumber != 0) {
                    return byNumber;
                }
            } else {
                int byCodePoint = Integer.compare(left.codePointAt(l), right.codePointAt(r));
                if (byCodePoint != 0) {
                    return byCodePoint;
                }
                l += Character.charCount(left.codePointAt(l));
                r += Character.charCount(right.codePointAt(r));
            }
        }
        return Integer.compare(left.length() - l, right.length() - r);
    }

    private static int afterZeros(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && Digits.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}

package dev.palindrome.spi;

/**
 * What the data must be like for a reversal to succeed. Checked when a backwards plan is made, so that it is refused whole
 * rather than left half-way.
 *
 * @param violations a query that counts the rows in the way, one row of one column; skipped if it can't be answered, since
 *     then its table is yet to come
 * @param reason what is wrong with those rows, and what to do, as half a sentence after their number
 * @since 0.1
 */
public record Requirement(String violations, String reason) {}

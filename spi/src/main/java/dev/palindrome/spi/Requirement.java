package dev.palindrome.spi;

/**
 * What the database must be like for a reversal to succeed, or to lose nothing. Checked when a backwards plan is made, so that
 * it is refused whole rather than left half-way, and again just before the step runs.
 *
 * @param subject what is counted
 * @param violations a query that counts what is in the way, one row of one column; skipped if it can't be answered, since
 *     then its table is yet to come
 * @param reason what is wrong with it, and what to do, as half a sentence after the number
 * @since 0.1
 */
public record Requirement(Subject subject, String violations, String reason) {

    /**
     * A requirement of the data.
     *
     * @param violations a query that counts the rows in the way
     * @param reason what is wrong with those rows, and what to do, as half a sentence after their number
     */
    public Requirement(String violations, String reason) {
        this(Subject.ROWS, violations, reason);
    }

    /**
     * Says what is in the way.
     *
     * @param count how many there are
     * @return half a sentence that begins with the number
     */
    public String message(long count) {
        return count + " " + (count == 1 ? subject.one : subject.many) + " " + reason;
    }

    /**
     * What is counted.
     *
     * @since 0.1
     */
    public enum Subject {
        /** Rows. */
        ROWS("row", "rows"),
        /** Columns, indexes and triggers, which steps that run before may take away. */
        PARTS("part", "parts");

        private final String one;
        private final String many;

        Subject(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }
}

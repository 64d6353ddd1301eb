package dev.palindrome.testkit;

/** What a random sequence has to know of a column. */
final class RandomColumn {
    String name;
    RandomType type;
    boolean nullable = true;
    boolean hasDefault;
    boolean isIdentity;
    boolean isGenerated;

    /** Whether a generated column is computed from it. */
    boolean isSource;

    /** Whether a reversal will ask something of its values again, so that they can't be lost while there are rows. */
    boolean isAwaited;

    Values values = Values.OWN;

    RandomColumn(String name, RandomType type) {
        this.name = name;
        this.type = type;
    }

    /** What its rows have. */
    enum Values {
        /** Each row its own value, the one of its type for its number. */
        OWN,
        /** All rows the same value. */
        ALIKE,
        /** No row a value. */
        NONE,
        /** Some rows no value, the others their own. */
        SOME,
        /** Values that were converted. */
        OTHER
    }

    boolean hasNulls() {
        return values == Values.NONE || values == Values.SOME;
    }
}

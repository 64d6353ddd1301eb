package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.spi.MigrationId;

/** How sqitch lets projects, changes and tags be called. These are its own rules, in its plan's parser. */
final class Names {
    private static final String PUNCTUATION = "-!\"#$%&'()*+,./:;<=>?@\\[\\\\\\]^`{|}~";

    /** Ours: a change that is planned again gets a number behind its name, and that has to fit into an id. */
    static final int MOST_CHARACTERS = MigrationId.MAX_LENGTH - 5;

    /**
     * Neither begins nor ends with punctuation, has no blank, {@code @}, {@code :}, {@code #} or backslash in it, and doesn't
     * end in what looks like a symbolic reference, as {@code a~1} does. Brackets are left out, since they hold dependencies.
     */
    static final String NAME =
            "(?![" + PUNCTUATION + "])(?:(?![~/=%^][0-9]+(?:$|[ \\t\\]]))[^\\p{Z}\\p{Cc}@:#\\\\\\[\\]]){1,"
                    + MOST_CHARACTERS + "}(?<![" + PUNCTUATION + "])";

    private Names() {}
}

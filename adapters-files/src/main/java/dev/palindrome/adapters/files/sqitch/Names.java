package dev.palindrome.adapters.files.sqitch;

/** How sqitch lets projects, changes and tags be called. These are its own rules, in its plan's parser. */
final class Names {
    private static final String PUNCTUATION = "-!\"#$%&'()*+,./:;<=>?@\\[\\\\\\]^`{|}~";

    /**
     * Neither begins nor ends with punctuation, has no blank, {@code @}, {@code :}, {@code #} or backslash in it, and doesn't
     * end in what looks like a symbolic reference, as {@code a~1} does. Brackets are left out, since they hold dependencies.
     */
    static final String NAME = "(?![" + PUNCTUATION + "])(?:(?![~/=%^][0-9]+(?:$|[ \\t\\]]))[^ \\t@:#\\\\\\[\\]])+(?<!["
            + PUNCTUATION + "])";

    private Names() {}
}

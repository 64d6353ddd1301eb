package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.SqlText;

/** Names as authors write them. The servers fold none, so that nearly every name is its own. */
final class WrittenName {
    private WrittenName() {}

    /** Only a name that is itself in quotes would be read differently. */
    static String of(String name) {
        boolean looksQuoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return looksQuoted ? SqlText.quote(name) : name;
    }
}

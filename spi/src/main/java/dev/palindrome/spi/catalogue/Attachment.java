package dev.palindrome.spi.catalogue;

import java.util.List;

/**
 * Something else that hangs on a table or view and goes with it: a trigger, a policy, a grant.
 *
 * @param kind what the database calls it, in lower case: {@code trigger}
 * @param name its name, unique among those of its kind on that object
 * @param columns the columns with which it goes; empty if it goes only with the whole
 * @param definition the statement that makes it
 * @since 0.1
 */
public record Attachment(String kind, String name, List<String> columns, String definition) {

    /**
     * Guards the record.
     *
     * @param kind what the database calls it
     * @param name its name
     * @param columns copied
     * @param definition the statement that makes it
     */
    public Attachment {
        columns = List.copyOf(columns);
    }
}

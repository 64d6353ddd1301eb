package dev.palindrome.domain.sql;

import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a foreign key points at: seen in its definition.
 *
 * @param table the table, without quotes
 * @param columns its columns, without quotes; empty if the definition leaves them to the primary key
 */
public record Referenced(ObjectName table, List<String> columns) {

    public Referenced {
        columns = List.copyOf(columns);
    }

    /**
     * Reads a definition such as {@code FOREIGN KEY (country) REFERENCES country (code)}.
     *
     * @return what it points at; empty if it says so nowhere
     */
    public static Optional<Referenced> in(String definition) {
        SqlWords words = new SqlWords(definition);
        while (!words.atEnd() && !words.isAt("REFERENCES")) {
            words.skipOne();
        }
        if (!words.skip("REFERENCES") || words.atEnd()) {
            return Optional.empty();
        }
        ObjectName written = words.objectName();
        List<String> columns = new ArrayList<>();
        if (words.skip("(")) {
            do {
                columns.add(words.name());
            } while (words.skip(","));
        }
        return Optional.of(new Referenced(
                new ObjectName(written.schema().map(Identifiers::bare), Identifiers.bare(written.name())), columns));
    }
}

package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.Optional;

/** Names of the catalogue as authors write them. PostgreSQL folds to lower case, so that nearly every name is its own. */
final class WrittenName {
    private WrittenName() {}

    /** Only a name that is itself in quotes would be read differently. */
    static String of(String name) {
        boolean looksQuoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return looksQuoted ? SqlText.quote(name) : name;
    }

    /** The name of what a row is about; without its schema if that is the current one. */
    static ObjectName of(Row row, String schema, String isCurrent) {
        Optional<String> elsewhere = row.flag(isCurrent).orElse(false)
                ? Optional.empty()
                : row.text(schema).map(WrittenName::of);
        return new ObjectName(elsewhere, of(row.text("name").orElseThrow()));
    }
}

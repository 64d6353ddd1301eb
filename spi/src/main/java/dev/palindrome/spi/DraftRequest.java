package dev.palindrome.spi;

import dev.palindrome.spi.MigrationFormat.Draft;
import dev.palindrome.spi.MigrationFormat.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks a format for a new migration.
 *
 * @param language in what it is to be written
 * @param now the time
 * @param description one line for people; may be empty
 * @param before what the folder has, for formats that count their migrations
 * @since 0.1
 */
public record DraftRequest(Language language, Instant now, String description, List<Migration> before) {
    /**
     * Guards the record.
     *
     * @param language in what it is to be written
     * @param now the time
     * @param description one line for people
     * @param before copied
     */
    public DraftRequest {
        before = List.copyOf(before);
    }

    /**
     * Answers for a format that knows SQL alone.
     *
     * @param files the text of each file by its name
     * @return a draft of these; nothing if it was to be in another language
     */
    public Optional<Draft> inSql(Map<String, String> files) {
        return language == Language.SQL
                ? Optional.of(new Draft(new TreeMap<>(files), new TreeMap<>()))
                : Optional.empty();
    }
}

package dev.palindrome.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A way to keep migrations in files, ours or another tool's. Authors implement it and name the class in {@code
 * META-INF/services/dev.palindrome.spi.MigrationFormat}; it needs a public constructor without parameters. The engine asks
 * every format whether it recognises a folder. What a format can't carry over it reports, file by file: never in silence.
 *
 * @since 0.1
 */
public interface MigrationFormat {

    /** {@return the name by which {@code --format} asks for it: lower-case, unique} */
    String name();

    /**
     * Says whether the folder is written in this format, by the names of its files and, where other tools name theirs alike,
     * by what stands in them. When two formats recognise a folder, the user has to choose.
     *
     * @param folder a folder of migration files
     * @return whether at least one file follows this format's grammar
     * @throws ProblemException if a file that has to be looked into can't be read
     */
    boolean recognises(MigrationFolder folder);

    /**
     * Reads the folder. Called once per process; reads each file once.
     *
     * @param folder a folder of migration files
     * @return its migrations in order, and what was found wrong with the files
     * @throws ProblemException if nothing can be said of the others without a file that is wrong
     */
    Contents read(MigrationFolder folder);

    /**
     * Drafts the files of a new migration, whose id comes from the time; writes nothing.
     *
     * @param now the time
     * @param description one line for people; may be empty
     * @return the text of each file by its name, in the folder itself or, with slashes, in one beneath
     */
    SortedMap<String, String> draft(Instant now, String description);

    /**
     * Drafts a new migration in a language of the user's choice; writes nothing.
     *
     * @param language in what it is to be written
     * @param now the time
     * @param description one line for people; may be empty
     * @return its files; nothing if this format doesn't know that language. By default it knows SQL alone
     */
    default Optional<Draft> draft(Language language, Instant now, String description) {
        return language == Language.SQL
                ? Optional.of(new Draft(draft(now, description), new TreeMap<>()))
                : Optional.empty();
    }

    /**
     * Drafts a new migration behind those that are there; writes nothing.
     *
     * @param language in what it is to be written
     * @param now the time
     * @param description one line for people; may be empty
     * @param before what the folder has, for formats that count their migrations
     * @return its files; nothing if this format doesn't know that language. By default those before don't matter
     */
    default Optional<Draft> draft(Language language, Instant now, String description, List<Migration> before) {
        return draft(language, now, description);
    }

    /**
     * In what a migration is written.
     *
     * @since 0.1
     */
    enum Language {
        /** The database's own. */
        SQL,
        /** Typed operations. */
        YAML
    }

    /**
     * A migration that is yet to be written.
     *
     * @param files the text of each of its files by its name, in the folder itself
     * @param companions what is put beside them unless it is there already, such as a schema for editors
     * @since 0.1
     */
    record Draft(SortedMap<String, String> files, SortedMap<String, String> companions) {
        /**
         * Guards the record.
         *
         * @param files copied
         * @param companions copied
         */
        public Draft {
            files = new TreeMap<>(files);
            companions = new TreeMap<>(companions);
        }
    }

    /**
     * What a folder holds.
     *
     * @param migrations those that could be read, in the order in which they go forwards
     * @param problems what is wrong with the others
     * @since 0.1
     */
    record Contents(List<Migration> migrations, List<Problem> problems) {
        /**
         * Guards the record.
         *
         * @param migrations copied
         * @param problems copied
         */
        public Contents {
            migrations = List.copyOf(migrations);
            problems = List.copyOf(problems);
        }
    }
}

package dev.palindrome.spi;

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
     * Drafts a new migration; writes nothing.
     *
     * @param request what is asked for
     * @return its files, whose id comes from the time or from the migrations before it; nothing if this format doesn't know
     *     that language
     * @throws ProblemException if new migrations of this format can't be written by anybody else than its own tool
     */
    Optional<Draft> draft(DraftRequest request);

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
     * @param files the text of each of its files by its name, in the folder itself or, with slashes, in one beneath
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

package dev.palindrome.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the history that another tool keeps in a database, so that it can be adopted. Implemented beside formats; authors name
 * the class in {@code META-INF/services/dev.palindrome.spi.ForeignHistory}; it needs a public constructor without parameters.
 * It only ever reads.
 *
 * @since 0.1
 */
public interface ForeignHistory {

    /** {@return the tool's name, by which {@code adopt --from} asks for it: lower-case, unique} */
    String tool();

    /**
     * Says whether the tool's history is in this database, by the columns of its tables: one table's name can be several
     * tools'.
     *
     * @param tables the database's tables
     * @param pack the pack that is to be adopted; its settings may name the table
     * @return whether {@link #read} would find it
     */
    boolean isThere(ForeignTables tables, Pack pack);

    /**
     * Reads the history. Called outside any transaction, when {@link #isThere}; again just before it is adopted.
     *
     * @param tables the database's tables
     * @param pack the pack that is to be adopted
     * @return its rows, and what is wrong with it: an error for what the tool left dirty, failed or under way, with what to
     *     settle first
     */
    Contents read(ForeignTables tables, Pack pack);

    /**
     * The migrations as they are here.
     *
     * @param byId the migrations by their ids, in the order in which they go forwards
     * @param folder where they were read from; empty for those of a jar
     * @since 0.1
     */
    record Pack(Map<MigrationId, Migration> byId, Optional<MigrationFolder> folder) {
        /**
         * Guards the record.
         *
         * @param byId copied, in its order
         * @param folder where they were read from
         */
        public Pack {
            byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
        }

        /**
         * A pack of these migrations.
         *
         * @param migrations in the order in which they go forwards
         * @param folder where they were read from; empty for those of a jar
         * @return the pack
         */
        public static Pack of(List<Migration> migrations, Optional<MigrationFolder> folder) {
            Map<MigrationId, Migration> byId = new LinkedHashMap<>();
            migrations.forEach(migration -> byId.put(migration.id(), migration));
            return new Pack(byId, folder);
        }

        /** {@return the migrations in the order in which they go forwards} */
        public List<Migration> migrations() {
            return List.copyOf(byId.values());
        }

        /**
         * Finds a migration.
         *
         * @param id its id
         * @return the migration; empty if the pack doesn't have it
         */
        public Optional<Migration> find(MigrationId id) {
            return Optional.ofNullable(byId.get(id));
        }

        /**
         * Gives what users set.
         *
         * @param name the name of a setting
         * @return its value; empty if it isn't set
         */
        public Optional<String> setting(String name) {
            return folder.flatMap(f -> f.settings().value(name));
        }
    }

    /**
     * What a history holds.
     *
     * @param entries what counts as applied, in the order in which it ran as far as that is known
     * @param problems what stands in the way, or should be known
     * @since 0.1
     */
    record Contents(List<Entry> entries, List<Problem> problems) {
        /**
         * Guards the record.
         *
         * @param entries copied
         * @param problems copied
         */
        public Contents {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /**
     * One migration that the tool has applied.
     *
     * @param id the migration as a pack of that format names it
     * @param description what the history says of it; may be empty
     * @param match how it stands to the pack
     * @param ranOn when it ran; empty if the tool doesn't say
     * @param ranBy who ran it; empty if the tool doesn't say
     * @param row the row as it stands, column by column; empty if there is none for this migration alone
     * @param asRan the migration as the history itself keeps it, whose reversal is stored instead of the pack's; for tools
     *     that keep one
     * @param tags names that the tool gave to the state after it
     * @param knownAs how the tool's history names it; empty if that is how the pack does
     * @since 0.1
     */
    record Entry(
            MigrationId id,
            String description,
            Match match,
            Optional<Instant> ranOn,
            Optional<String> ranBy,
            Map<String, String> row,
            Optional<Migration> asRan,
            List<String> tags,
            Optional<String> knownAs) {
        /**
         * Guards the record.
         *
         * @param id the migration
         * @param description what the history says of it
         * @param match how it stands to the pack
         * @param ranOn when it ran
         * @param ranBy who ran it
         * @param row copied
         * @param asRan the migration as the history keeps it
         * @param tags copied
         * @param knownAs how the tool's history names it
         */
        public Entry {
            row = Map.copyOf(row);
            tags = List.copyOf(tags);
        }

        /**
         * A migration that the pack has as it ran, or lacks.
         *
         * @param id the migration
         * @param pack where it is looked for
         * @return the entry, about which nothing more is known
         */
        public static Entry of(MigrationId id, Pack pack) {
            Match match = pack.find(id).isPresent() ? Match.APPLIED : Match.MISSING;
            return new Entry(
                    id,
                    "",
                    match,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }

        /**
         * The same entry out of a row.
         *
         * @param source the row
         * @return the entry with that row
         */
        public Entry with(Row source) {
            return new Entry(id, description, match, ranOn, ranBy, ForeignTables.texts(source), asRan, tags, knownAs);
        }

        /**
         * The same entry with what the tool recorded.
         *
         * @param text what it says of the migration
         * @param time when it ran
         * @param user who ran it
         * @return the entry
         */
        public Entry recorded(String text, Optional<Instant> time, Optional<String> user) {
            return new Entry(id, text, match, time, user, row, asRan, tags, knownAs);
        }

        /**
         * The same entry, which stands otherwise to the pack.
         *
         * @param other how it stands
         * @return the entry
         */
        public Entry matching(Match other) {
            return new Entry(id, description, other, ranOn, ranBy, row, asRan, tags, knownAs);
        }

        /**
         * The same entry with the migration as the history itself keeps it.
         *
         * @param migration what ran, with its reversal
         * @return the entry
         */
        public Entry ran(Migration migration) {
            return new Entry(id, description, match, ranOn, ranBy, row, Optional.of(migration), tags, knownAs);
        }

        /**
         * The same entry with the names of the state after it.
         *
         * @param names without blanks in them
         * @return the entry
         */
        public Entry tagged(List<String> names) {
            return new Entry(id, description, match, ranOn, ranBy, row, asRan, names, knownAs);
        }

        /**
         * The same entry, which the tool's history names otherwise.
         *
         * @param name its name there; shown to whoever adopts it
         * @return the entry
         */
        public Entry knownAs(String name) {
            return new Entry(id, description, match, ranOn, ranBy, row, asRan, tags, Optional.of(name));
        }
    }

    /**
     * How a row of a foreign history stands to the pack.
     *
     * @since 0.1
     */
    enum Match {
        /** The pack has it, and nothing says that it was changed. */
        APPLIED,
        /** The pack has it, and the tool's checksum says that it was changed after it ran. */
        CHANGED,
        /** The pack lacks it. */
        MISSING,
        /** It is no migration of a kind that can be adopted; shown, and left out. */
        UNKNOWN
    }
}

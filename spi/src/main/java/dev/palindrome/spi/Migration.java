package dev.palindrome.spi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An authored, identified, ordered unit of change. Pack authors and format readers build one with {@link #id(String)}:
 *
 * <pre>{@code
 * Migration.id("0001_managers")
 *     .description("the people who book bands")
 *     .forwards("CREATE TABLE manager (id integer PRIMARY KEY, name varchar(50) NOT NULL)")
 *     .backwards("DROP TABLE manager")
 *     .build();
 * }</pre>
 *
 * @since 0.1
 */
public final class Migration {
    private final MigrationId id;
    private final String description;
    private final List<Operation> forwards;
    private final Reversal reversal;
    private final Set<MigrationRef> dependsOn;
    private final boolean fake;
    private final boolean repeatable;
    private final Set<Direction> withoutTransaction;
    private final List<Path> files;
    private final Location location;
    private final Checksum checksum;
    private final Set<String> secrets;

    private Migration(Builder builder) {
        this.id = builder.id;
        this.description = builder.description;
        this.forwards = List.copyOf(builder.forwards);
        this.reversal = builder.reversal.orElseGet(Reversal.Mirrored::new);
        this.dependsOn = Set.copyOf(builder.dependsOn);
        this.fake = builder.fake;
        this.repeatable = builder.repeatable;
        this.withoutTransaction = Set.copyOf(builder.withoutTransaction);
        this.files = List.copyOf(builder.files);
        this.location = builder.location;
        this.checksum =
                Checksum.of(forwards.stream().map(Operation::fingerprint).collect(Collectors.joining("\n;\n")));
        this.secrets = Stream.concat(forwards.stream(), reversal.operations().stream())
                .flatMap(operation -> operation.secrets().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Begins a migration.
     *
     * @param id its id, unique in its app
     * @return a builder
     * @throws IllegalArgumentException if that is no {@link MigrationId}
     */
    public static Builder id(String id) {
        return new Builder(new MigrationId(id), caller());
    }

    private static Location caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(Migration.class.getName()))
                        .findFirst()
                        .map(frame ->
                                new Location(String.valueOf(frame.getFileName()), Math.max(0, frame.getLineNumber())))
                        .orElseGet(() -> Location.of("Java")));
    }

    /** {@return its id} */
    public MigrationId id() {
        return id;
    }

    /** {@return one line for people; may be empty} */
    public String description() {
        return description;
    }

    /** {@return the forwards half, in order} */
    public List<Operation> forwards() {
        return forwards;
    }

    /** {@return the backwards half} */
    public Reversal reversal() {
        return reversal;
    }

    /** {@return migrations, of this or another app, that must have run before} */
    public Set<MigrationRef> dependsOn() {
        return dependsOn;
    }

    /** {@return whether the migration is only ever recorded, never run, in either direction} */
    public boolean isFake() {
        return fake;
    }

    /** {@return whether it runs again, after all others of its app, each time its forwards half has changed} */
    public boolean isRepeatable() {
        return repeatable;
    }

    /**
     * Says whether a half may run in a transaction.
     *
     * @param direction which half
     * @return whether it may
     */
    public boolean isTransactional(Direction direction) {
        return !withoutTransaction.contains(direction);
    }

    /**
     * Gives one half.
     *
     * @param direction which
     * @return its operations in order; none backwards unless the reversal was given
     */
    public List<Operation> half(Direction direction) {
        return direction == Direction.FORWARDS ? forwards : reversal.operations();
    }

    /** {@return the files that hold it, which {@code clean} deletes; empty if it comes from a jar} */
    public List<Path> files() {
        return files;
    }

    /** {@return where it was written} */
    public Location location() {
        return location;
    }

    /** {@return the fingerprint of its forwards half} */
    public Checksum checksum() {
        return checksum;
    }

    /** {@return what stands in its statements and is shown to nobody: the secrets of its operations} */
    public Set<String> secrets() {
        return secrets;
    }

    @Override
    public String toString() {
        return "migration '" + id + "'";
    }

    /**
     * Builds one migration. Not safe for use by several threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final MigrationId id;
        private String description = "";
        private final List<Operation> forwards = new ArrayList<>();
        private Optional<Reversal> reversal = Optional.empty();
        private final Set<MigrationRef> dependsOn = new LinkedHashSet<>();
        private boolean fake;
        private boolean repeatable;
        private final Set<Direction> withoutTransaction = EnumSet.noneOf(Direction.class);
        private List<Path> files = List.of();
        private Location location;

        private Builder(MigrationId id, Location location) {
            this.id = id;
            this.location = location;
        }

        /**
         * Says what it is for.
         *
         * @param text one line for people
         * @return this builder
         * @throws IllegalArgumentException if it has a NUL character, which no database takes
         */
        public Builder description(String text) {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("A description has no NUL character");
            }
            this.description = text;
            return this;
        }

        /**
         * Adds SQL to the forwards half.
         *
         * @param scripts one or more scripts, each of any number of statements
         * @return this builder
         */
        public Builder forwards(String... scripts) {
            return forwards(scripts(scripts));
        }

        /**
         * Adds operations to the forwards half.
         *
         * @param operations in the order in which they run
         * @return this builder
         */
        public Builder forwards(Operation... operations) {
            forwards.addAll(Arrays.asList(operations));
            return this;
        }

        /**
         * Adds code to the forwards half.
         *
         * @param name what previews show for the code; change it when you change the code
         * @param body the code
         * @return this builder
         */
        public Builder forwardsCode(String name, JavaCode.Body body) {
            return forwards(new JavaCode(name, body, location));
        }

        /**
         * Adds SQL to the backwards half.
         *
         * @param scripts in the order in which they run
         * @return this builder
         */
        public Builder backwards(String... scripts) {
            return backwards(scripts(scripts));
        }

        /**
         * Adds operations to the backwards half.
         *
         * @param operations in the order in which they run
         * @return this builder
         */
        public Builder backwards(Operation... operations) {
            List<Operation> all =
                    new ArrayList<>(reversal.map(Reversal::operations).orElse(List.of()));
            all.addAll(Arrays.asList(operations));
            return reversal(new Reversal.Given(all));
        }

        /**
         * Adds code to the backwards half.
         *
         * @param name what previews show for the code; change it when you change the code
         * @param body the code
         * @return this builder
         */
        public Builder backwardsCode(String name, JavaCode.Body body) {
            return backwards(new JavaCode(name, body, location));
        }

        /**
         * Says that there is nothing to reverse, for instance after an ANALYZE.
         *
         * @return this builder
         */
        public Builder backwardsNotNeeded() {
            return reversal(new Reversal.NotNeeded());
        }

        /**
         * Says that there is no way back.
         *
         * @param reason why, in half a sentence
         * @return this builder
         */
        public Builder irreversible(String reason) {
            return reversal(new Reversal.Absent(reason));
        }

        /**
         * Sets the backwards half as a whole: given, not needed, or absent for a reason.
         *
         * @param value the reversal; a migration that sets none is the mirror image of its operations
         * @return this builder
         */
        public Builder reversal(Reversal value) {
            this.reversal = Optional.of(value);
            return this;
        }

        /**
         * Adds a migration that must have run before this one.
         *
         * @param appName its app
         * @param migrationId its id
         * @return this builder
         */
        public Builder dependsOn(String appName, String migrationId) {
            dependsOn.add(new MigrationRef(appName, new MigrationId(migrationId)));
            return this;
        }

        /**
         * Makes the migration one that is recorded and never run.
         *
         * @return this builder
         */
        public Builder fake() {
            this.fake = true;
            return this;
        }

        /**
         * Makes the migration one that runs again each time its forwards half has changed, such as the definition of a view.
         * It goes after all others of its app.
         *
         * @return this builder
         */
        public Builder repeatable() {
            this.repeatable = true;
            return this;
        }

        /**
         * Runs each statement of both halves by itself, for SQL that refuses transactions in ways a splitter can't see.
         *
         * @return this builder
         */
        public Builder withoutTransaction() {
            return withoutTransaction(Direction.FORWARDS).withoutTransaction(Direction.BACKWARDS);
        }

        /**
         * Runs each statement of one half by itself.
         *
         * @param half which half
         * @return this builder
         */
        public Builder withoutTransaction(Direction half) {
            withoutTransaction.add(half);
            return this;
        }

        /**
         * Names the files that hold the migration, for {@code clean}.
         *
         * @param paths all files of this migration and of no other
         * @return this builder
         */
        public Builder files(List<Path> paths) {
            this.files = paths;
            return this;
        }

        /**
         * Says where the migration was written; call it before adding SQL or code, which take over the place. Without it,
         * that is the line of Java that began the migration.
         *
         * @param place a file, or the name of a class
         * @return this builder
         */
        public Builder location(Location place) {
            this.location = place;
            return this;
        }

        /** {@return the migration} */
        public Migration build() {
            return new Migration(this);
        }

        private Operation[] scripts(String... texts) {
            return Arrays.stream(texts)
                    .map(text -> new SqlScript(text, location))
                    .toArray(Operation[]::new);
        }
    }
}

package dev.palindrome.spi.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a database looks like at one moment: the live one just before an operation runs, or the one that a plan foresees.
 * Reads an object only when it is asked for it, and once. For one thread at a time.
 *
 * <p>A plan tells it what typed operations will do, with {@link #put} and {@link #remove}. What a script or code does can't
 * be foreseen: after {@link #forget()}, whoever asks for an object gets an {@link UnforeseenException}, which means: ask
 * again when it runs.
 *
 * @since 0.1
 */
public final class Catalogue {
    private final Map<String, List<Known>> known = new HashMap<>();
    private final AtomicInteger questions;
    private Source source;
    private boolean forgot;

    private Catalogue(Source source, AtomicInteger questions) {
        this.source = source;
        this.questions = questions;
    }

    /**
     * The catalogue of a database.
     *
     * @param source reads it
     * @return the catalogue; nothing is read yet
     */
    public static Catalogue of(Source source) {
        return new Catalogue(source, new AtomicInteger());
    }

    /** {@return the catalogue of a database that has nothing in it} */
    public static Catalogue empty() {
        return of(name -> Optional.empty());
    }

    /** {@return the catalogue of a database of which nothing can be known before it runs} */
    public static Catalogue unknown() {
        Catalogue unknown = empty();
        unknown.forget();
        return unknown;
    }

    /**
     * Finds an object, by its very name or else ignoring case.
     *
     * @param name its name
     * @return the object, if it is there
     * @throws UnforeseenException if that can't be known before it runs
     */
    public Optional<SchemaObject> find(ObjectName name) {
        questions.incrementAndGet();
        List<Known> near = known.getOrDefault(key(name), List.of());
        Optional<Known> hit = near.stream()
                .filter(k -> k.name().equals(name))
                .findFirst()
                .or(() -> near.stream().filter(k -> k.object().isPresent()).findFirst());
        if (hit.isPresent()) {
            return hit.get().object();
        }
        Optional<SchemaObject> read = source.find(name);
        know(name, read);
        return read;
    }

    /**
     * Finds a table that has to be there.
     *
     * @param name its name
     * @return the table
     * @throws MissingObjectException if there is no such table
     * @throws UnforeseenException if that can't be known before it runs
     */
    public Table table(ObjectName name) {
        return require(name, Table.class, "table");
    }

    /**
     * Finds a view that has to be there.
     *
     * @param name its name
     * @return the view
     * @throws MissingObjectException if there is no such view
     * @throws UnforeseenException if that can't be known before it runs
     */
    public View view(ObjectName name) {
        return require(name, View.class, "view");
    }

    /**
     * Finds a sequence that has to be there.
     *
     * @param name its name
     * @return the sequence
     * @throws MissingObjectException if there is no such sequence
     * @throws UnforeseenException if that can't be known before it runs
     */
    public Sequence sequence(ObjectName name) {
        return require(name, Sequence.class, "sequence");
    }

    /**
     * Finds an enum type that has to be there.
     *
     * @param name its name
     * @return the type
     * @throws MissingObjectException if there is no such type
     * @throws UnforeseenException if that can't be known before it runs
     */
    public EnumType enumType(ObjectName name) {
        return require(name, EnumType.class, "enum type");
    }

    private <T extends SchemaObject> T require(ObjectName name, Class<T> type, String words) {
        return find(name)
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new MissingObjectException("There is no " + words + " '" + name + "'"));
    }

    /**
     * Foresees that an object is made or changed.
     *
     * @param object as it will be
     */
    public void put(SchemaObject object) {
        know(object.name(), Optional.of(object));
    }

    /**
     * Foresees that an object is dropped.
     *
     * @param name its name
     */
    public void remove(ObjectName name) {
        know(name, Optional.empty());
    }

    /** {@return how often it was asked for an object; whoever didn't ask doesn't depend on it} */
    public int questions() {
        return questions.get();
    }

    /**
     * What it has read, and what it was told. All other objects are as the database has them.
     *
     * @return each object by the name that was asked for, empty if it isn't there; nothing at all after {@link #forget()}
     */
    public Optional<Map<ObjectName, Optional<SchemaObject>>> known() {
        Map<ObjectName, Optional<SchemaObject>> objects = new HashMap<>();
        known.values().forEach(near -> near.forEach(k -> objects.put(k.name(), k.object())));
        return forgot ? Optional.empty() : Optional.of(objects);
    }

    /** {@return a catalogue that knows the same, for foreseeing something else; the questions are counted together} */
    public Catalogue copy() {
        Catalogue copy = new Catalogue(source, questions);
        copy.forgot = forgot;
        known.forEach((key, near) -> copy.known.put(key, new ArrayList<>(near)));
        return copy;
    }

    /** Foresees that something happens whose effect nobody knows. */
    public void forget() {
        forgot = true;
        known.clear();
        source = name -> {
            throw new UnforeseenException(name);
        };
    }

    private void know(ObjectName name, Optional<SchemaObject> object) {
        List<Known> near = known.computeIfAbsent(key(name), k -> new ArrayList<>(1));
        near.removeIf(k -> k.name().equals(name));
        near.add(new Known(name, object));
    }

    private static String key(ObjectName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private record Known(ObjectName name, Optional<SchemaObject> object) {}

    /**
     * Reads a database. Implemented by inspectors.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads one object with all that hangs on it.
         *
         * @param name its name; without a schema, it is looked up as an unqualified name in SQL would be
         * @return the object under the name that was asked for; empty if there is none
         */
        Optional<SchemaObject> find(ObjectName name);
    }
}

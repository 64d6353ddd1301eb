package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Constraint.Kind;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The indexes that the server makes for foreign keys without one, each under its key's name. It takes such an index away once
 * another can do its work, and then won't let that other one go; but an index that was made by a statement it leaves. So every
 * statement of ours says which of them come and go, and a key has its own exactly while nothing else can do its work.
 */
final class KeysOwnIndexes {
    private static final String KIND = "index of a foreign key";
    private static final Pattern PART_OF_COLUMN = Pattern.compile("`\\s*\\(\\d+\\)");

    private final Dialect dialect;

    KeysOwnIndexes(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Marks those of a table that was read: they are no indexes that somebody made. */
    static Table setApart(Table table) {
        Table marked = table;
        for (Index index : table.indexes()) {
            List<Index> others = marked.indexes().stream()
                    .filter(other -> !other.equals(index))
                    .toList();
            boolean isOwn = table.constraints().stream()
                    .filter(key -> key.kind() == Kind.FOREIGN_KEY && key.name().equals(index.name()))
                    .filter(key -> key.columns().equals(index.columns()))
                    .anyMatch(key -> !canDo(table.withIndexes(others), key));
            if (isOwn) {
                List<Attachment> attachments = new ArrayList<>(marked.attachments());
                attachments.add(new Attachment(KIND, index.name(), index.columns(), index.definition()));
                marked = marked.withIndexes(others).withAttachments(attachments);
            }
        }
        return marked;
    }

    static boolean isOne(Attachment attachment) {
        return attachment.kind().equals(KIND);
    }

    /**
     * Says which of them come and go when a table changes.
     *
     * @param before the table before
     * @param after the table after
     * @return the parts of ALTER TABLE that do it, besides what the server does for new keys by itself
     */
    List<String> changes(Table before, Table after) {
        List<Constraint> had = owners(before);
        List<Constraint> have = owners(after);
        List<String> changes = new ArrayList<>();
        had.stream()
                .filter(key -> !isAmong(key, have))
                .forEach(key -> changes.add("DROP INDEX " + dialect.name(key.name())));
        have.stream()
                .filter(key -> !isAmong(key, had) && isAmong(key, before.constraints()))
                .forEach(key -> changes.add(
                        "ADD INDEX " + dialect.name(key.name()) + " (" + dialect.names(key.columns()) + ")"));
        return changes;
    }

    private static boolean isAmong(Constraint key, List<Constraint> keys) {
        return keys.stream()
                .anyMatch(other -> other.kind() == key.kind() && other.name().equals(key.name()));
    }

    /** The keys that have an index of their own: the one with the most columns has it for those that begin alike. */
    private static List<Constraint> owners(Table table) {
        List<Constraint> owners = new ArrayList<>();
        table.constraints().stream()
                .filter(key -> key.kind() == Kind.FOREIGN_KEY && !canDo(table, key))
                .sorted(Comparator.<Constraint>comparingInt(
                                key -> -key.columns().size())
                        .thenComparing(key -> table.attachments().stream()
                                .noneMatch(a -> isOne(a) && a.name().equals(key.name()))))
                .forEach(key -> {
                    if (owners.stream().noneMatch(owner -> begin(owner.columns(), key.columns()))) {
                        owners.add(key);
                    }
                });
        return owners;
    }

    /** Whether a key or an index that somebody made can do the work for a foreign key. */
    private static boolean canDo(Table table, Constraint key) {
        return table.constraints().stream()
                        .filter(Constraint::isKey)
                        .anyMatch(other -> isWhole(other.definition()) && begin(other.columns(), key.columns()))
                || table.indexes().stream()
                        .anyMatch(index -> isWhole(index.definition()) && begin(index.columns(), key.columns()));
    }

    private static boolean isWhole(String definition) {
        return !definition.startsWith("CREATE FULLTEXT")
                && !definition.startsWith("CREATE SPATIAL")
                && !PART_OF_COLUMN.matcher(definition).find();
    }

    private static boolean begin(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }
}

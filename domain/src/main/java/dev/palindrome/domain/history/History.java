package dev.palindrome.domain.history;

import dev.palindrome.domain.journal.Progress;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The record of what was applied, as it was when it was read: immutable, in the order in which migrations ran. */
public final class History {
    private final boolean tableThere;
    private final Map<MigrationRef, HistoryEntry> entries = new LinkedHashMap<>();
    private final Map<MigrationRef, Progress> halfDone;

    private History(boolean tableThere, List<HistoryEntry> entries, Map<MigrationRef, Progress> halfDone) {
        this.tableThere = tableThere;
        this.halfDone = halfDone;
        entries.forEach(entry -> this.entries.put(entry.ref(), entry));
    }

    /**
     * The history as a store read it.
     *
     * @param read the entries by growing sequence, or empty if there is no history table
     */
    public static History of(Optional<List<HistoryEntry>> read) {
        return new History(read.isPresent(), read.orElse(List.of()), Map.of());
    }

    /** {@return this history with what stopped half-way} */
    public History with(Map<MigrationRef, Progress> stopped) {
        return new History(tableThere, entries(), stopped);
    }

    /** {@return what stopped half-way} */
    public List<Progress> halfDone() {
        return List.copyOf(halfDone.values());
    }

    /** {@return how far a migration came that stopped half-way} */
    public Optional<Progress> halfDone(MigrationRef ref) {
        return Optional.ofNullable(halfDone.get(ref));
    }

    /** {@return whether the same has run, and the same is half-done} */
    public boolean isSame(History other) {
        return tableThere == other.tableThere && entries().equals(other.entries()) && marks().equals(other.marks());
    }

    private List<String> marks() {
        return halfDone.values().stream().map(Progress::mark).toList();
    }

    /** {@return whether the history table has been created} */
    public boolean isTableThere() {
        return tableThere;
    }

    /** {@return all entries in the order in which they ran} */
    public List<HistoryEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** {@return the entries of these apps, the newest first} */
    public List<HistoryEntry> newestFirst(Set<String> appNames) {
        List<HistoryEntry> found = new ArrayList<>(entries.values().stream()
                .filter(entry -> appNames.contains(entry.appName()))
                .toList());
        Collections.reverse(found);
        return found;
    }

    /** {@return this history without those entries, and without what is half-done of them} */
    public History without(Collection<HistoryEntry> gone) {
        Set<Long> sequences = gone.stream().map(HistoryEntry::sequence).collect(Collectors.toSet());
        Map<MigrationRef, Progress> stopped = new LinkedHashMap<>(halfDone);
        gone.forEach(entry -> stopped.remove(entry.ref()));
        return new History(
                tableThere,
                entries.values().stream()
                        .filter(entry -> !sequences.contains(entry.sequence()))
                        .toList(),
                stopped);
    }

    /** {@return the names of the apps that have entries, in the order in which they first ran} */
    public Set<String> appNames() {
        Set<String> names = new LinkedHashSet<>();
        entries.keySet().forEach(ref -> names.add(ref.appName()));
        halfDone.keySet().forEach(ref -> names.add(ref.appName()));
        return names;
    }

    /** {@return the entry of a migration that has run} */
    public Optional<HistoryEntry> find(MigrationRef ref) {
        return Optional.ofNullable(entries.get(ref));
    }

    /** {@return whether the migration has run} */
    public boolean has(MigrationRef ref) {
        return entries.containsKey(ref);
    }

    /**
     * Says whether a migration is to go forwards: because it has not run, or because it is one that runs again when its content
     * has changed.
     *
     * @param ref its name
     * @param migration what the pack has
     */
    public boolean isPending(MigrationRef ref, Migration migration) {
        return find(ref).filter(entry -> !isToRunAgain(entry, migration)).isEmpty();
    }

    /** What is half reversed is settled first, and what stopped when it ran again is gone on with. */
    private boolean isToRunAgain(HistoryEntry entry, Migration migration) {
        Optional<Direction> half = halfDone(entry.ref()).map(Progress::half);
        return migration.isRepeatable()
                && half.filter(direction -> direction == Direction.BACKWARDS).isEmpty()
                && (half.isPresent() || !entry.checksum().equals(migration.checksum()));
    }

    /** {@return whether that very entry is still there, not another of the same migration} */
    public boolean has(HistoryEntry entry) {
        return find(entry.ref()).filter(e -> e.sequence() == entry.sequence()).isPresent();
    }
}

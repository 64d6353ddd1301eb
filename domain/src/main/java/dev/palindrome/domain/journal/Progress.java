package dev.palindrome.domain.journal;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.domain.sql.Balance;
import dev.palindrome.domain.sql.Effect;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.JournalEntry.State;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How far a migration came that stopped half-way. It may have been turned round since: then it stands somewhere in the half,
 * and somewhere on the way back.
 */
public final class Progress {
    private final List<JournalEntry> rows;
    private final List<JournalNote> notes;
    private final Settlement settlement;

    private Progress(List<JournalEntry> rows, List<JournalNote> notes, Settlement settlement) {
        this.rows = rows;
        this.notes = notes;
        this.settlement = settlement;
    }

    /**
     * Reads a journal.
     *
     * @param notes opens the note of a row
     * @param inspector shows what became of what was under way
     * @return what stopped half-way, by migration
     */
    public static Map<MigrationRef, Progress> of(
            List<JournalEntry> journal,
            Function<JournalEntry, JournalNote> notes,
            SchemaInspector inspector,
            Session session) {
        Map<MigrationRef, List<JournalEntry>> byMigration = new LinkedHashMap<>();
        journal.forEach(row -> byMigration
                .computeIfAbsent(row.ref(), first -> new ArrayList<>())
                .add(row));
        Map<MigrationRef, Progress> all = new LinkedHashMap<>();
        byMigration.forEach((ref, rows) -> {
            List<JournalNote> opened = rows.stream().map(notes).toList();
            int last = rows.size() - 1;
            Settlement settlement =
                    Settlement.of(rows.get(last), opened.get(last), opened.subList(0, last), inspector, session);
            all.put(ref, new Progress(rows, opened, settlement));
        });
        return all;
    }

    /** {@return the migration} */
    public MigrationRef migration() {
        return rows.get(0).ref();
    }

    /** {@return the checksum of the migration's forwards half when it began} */
    public Checksum checksum() {
        return rows.get(0).checksum();
    }

    /** {@return which half was begun} */
    public Direction half() {
        return rows.get(0).direction();
    }

    /** {@return which way it was going when it stopped} */
    public Direction heading() {
        return last().direction();
    }

    /** {@return whether it was on its way back from within the half} */
    public boolean isTurned() {
        return half() != heading();
    }

    /** {@return the row at which it stopped} */
    public JournalEntry last() {
        return rows.get(rows.size() - 1);
    }

    /** {@return the last row with what became of it, if the journal doesn't have that yet} */
    public Optional<JournalEntry> settled() {
        boolean ran = settlement.outcome() == Outcome.RAN;
        return last().state() == State.UNDER_WAY && settlement.outcome() != Outcome.UNKNOWN
                ? Optional.of(last().with(ran ? State.DONE : State.UNDONE, last().error()))
                : Optional.empty();
    }

    /** {@return what clears away what the last piece left behind without having run} */
    public List<Statement> remains() {
        return settlement.remains();
    }

    /** {@return whether nobody knows what became of the last piece, and it can't simply run again that way} */
    public boolean isInDoubt(Direction direction) {
        return settlement.outcome() == Outcome.UNKNOWN
                || (settlement.outcome() == Outcome.MAY_REPEAT && direction != heading());
    }

    /**
     * Where it stands on its way.
     *
     * @param direction the half, or the way back from it
     */
    public Position position(Direction direction) {
        return lastRun(direction).map(JournalNote::after).orElse(Position.START);
    }

    /** {@return the digest over what has run on that way} */
    public String digest(Direction direction) {
        return lastRun(direction).map(JournalNote::digest).orElseGet(() -> new Trail().digest());
    }

    /** {@return what is left of the operation that is under way, if it can't be compiled again} */
    public List<StoredReversal.Part> rest(Direction direction) {
        return lastRun(direction).map(JournalNote::rest).orElse(List.of());
    }

    private Optional<JournalNote> lastRun(Direction direction) {
        List<JournalNote> run = run(direction);
        return run.isEmpty() ? Optional.empty() : Optional.of(run.get(run.size() - 1));
    }

    /** What has run on that way, in order: whatever is followed by another row, unless it failed. */
    private List<JournalNote> run(Direction direction) {
        List<JournalNote> run = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            State state = rows.get(i).state();
            boolean isLast = i == rows.size() - 1;
            boolean ran = isLast ? settlement.outcome() == Outcome.RAN : state != State.UNDONE;
            if (ran && rows.get(i).direction() == direction) {
                run.add(notes.get(i));
            }
        }
        return run;
    }

    /** {@return the statements that have run of the half, in order} */
    public List<Ran> ran() {
        return run(half()).stream().flatMap(note -> note.statements().stream()).toList();
    }

    /** {@return what it made for its session alone, whichever way it went, and has not taken away since} */
    public Set<String> temporary() {
        Set<String> names = new TreeSet<>(temporary(half()));
        names.addAll(temporary(half().opposite()));
        return names;
    }

    private Set<String> temporary(Direction direction) {
        List<String> texts = run(direction).stream()
                .flatMap(note -> note.statements().stream())
                .map(Ran::text)
                .toList();
        Set<String> names = new TreeSet<>(Balance.of(effects(texts)).keySet());
        names.retainAll(
                Balance.of(effects(texts.stream().filter(Effects::isTemporary).toList()))
                        .keySet());
        return names;
    }

    private static List<Effect> effects(List<String> statements) {
        return statements.stream()
                .flatMap(sql -> Effects.of(sql).orElse(List.of()).stream())
                .toList();
    }

    /** {@return what takes back each operation of the half that has begun, by its index} */
    public Map<Integer, StoredReversal> reversals() {
        Map<Integer, StoredReversal> known = new HashMap<>();
        notes.forEach(note -> known.putAll(note.reversals()));
        return known;
    }

    /** {@return what tells one state of it from another} */
    public String mark() {
        return migration() + " " + last().ordinal() + " " + last().state() + " " + settlement.outcome();
    }

    /** {@return what people should know of it, and do} */
    public Problem problem() {
        return Problem.warning(Codes.JOURNAL_HALF_DONE, story() + " " + remedy());
    }

    /** {@return why nobody goes on in that direction before people have looked} */
    public Problem doubt() {
        return Problem.error(
                Codes.JOURNAL_IN_DOUBT,
                story()
                        + " Nobody knows whether that statement took effect, and the catalogue doesn't show it. Look, then "
                        + "say so: palindrome repair " + migration().appName() + " --settle done (or undone)");
    }

    /** {@return why it goes neither on nor back without something temporary that is named there} */
    public Problem loss(String name) {
        String app = migration().appName();
        return Problem.error(
                Codes.JOURNAL_TEMPORARY,
                story() + " What is left names '" + name
                        + "', which it made for its session alone, and that session is "
                        + "over. Take it back: "
                        + command(heading().opposite())
                        + "; or end it by hand, then say so: palindrome repair " + app + " --settle whole");
    }

    private String story() {
        int count = (int) run(heading()).stream()
                .mapToLong(note -> note.statements().size())
                .sum();
        boolean ran = settlement.outcome() == Outcome.RAN;
        String stopped = ran
                ? "it stopped after statement " + count
                : (last().error().isPresent() ? "it failed at statement " : "it was interrupted at statement ")
                        + (count + 1);
        return "Migration '" + migration() + "' is half-done: going "
                + heading().word() + ", " + stopped + " on "
                + last().notedOn() + ", run by " + last().notedBy() + ": " + shortened(last().statement())
                + last().error().map(error -> " – " + error).orElse("") + ".";
    }

    private String remedy() {
        String app = migration().appName();
        if (isInDoubt(heading())) {
            return "Look whether that statement took effect, then say so: palindrome repair " + app
                    + " --settle done (or undone)";
        }
        String goOn = "Unless that runner is still at work, '" + command(heading()) + "' goes on from there";
        return isTurned() ? goOn + "." : goOn + ", '" + command(heading().opposite()) + "' takes back what has run.";
    }

    /** {@return the command that takes it further in that direction; one that was reversed need not be the most recent} */
    public String command(Direction direction) {
        boolean mayBeInTheMiddle = direction == Direction.BACKWARDS && half() == Direction.BACKWARDS;
        return "palindrome " + direction.word() + " " + migration().appName()
                + (mayBeInTheMiddle ? " --only " + migration().id() : "");
    }

    private static String shortened(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        return line.length() > 80 ? line.substring(0, 79) + "…" : line;
    }
}

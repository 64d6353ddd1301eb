package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.HistorySeal;
import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.journal.Ran;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Plans how to go on with a migration that stopped half-way, and how to turn it round. */
final class HalfDone {
    private final Apps apps;
    private final Dialect dialect;
    private final HistorySeal seal;
    private final PackCode code;
    private final WorkCompiler compiler;

    HalfDone(Apps apps, Ground ground, WorkCompiler compiler) {
        this.apps = apps;
        this.dialect = ground.adapter().dialect();
        this.seal = ground.seal();
        this.code = new PackCode(apps, dialect);
        this.compiler = compiler;
    }

    /** What is left of the forwards half. */
    Step.Work left(Progress progress, Migration migration) {
        return goOn(
                        progress,
                        from -> compiler.compile(migration, Direction.FORWARDS, new WorkCompiler.Watch() {}, from))
                .noting("goes on where it stopped");
    }

    /**
     * Goes on in the same direction.
     *
     * @param half compiles what is left of that half behind a place in it
     */
    Step.Work goOn(Progress progress, Function<Resumption, Step.Work> half) {
        requireSettled(progress, progress.half());
        try {
            return LostWithSession.notMissedBy(half.apply(Resumption.of(progress, progress.half(), code)), progress);
        } catch (ProblemException e) {
            throw named(e, progress, "");
        }
    }

    /** Takes back exactly what has run of the forwards half. */
    Step.Work back(Progress progress) {
        requireSettled(progress, Direction.BACKWARDS);
        Optional<Migration> pack = pack(progress);
        Map<Integer, StoredReversal> reversals = progress.reversals();
        Optional<StoredReversal> whole = Optional.ofNullable(reversals.get(JournalNote.WHOLE));
        try {
            Exact exact = whole.isPresent() || pack.filter(HalfDone::isWhole).isPresent()
                    ? whole(progress, pack, whole)
                    : mirrored(progress, pack, reversals);
            Step.Work work = compiler.compile(
                    exact.instructions(),
                    pack.map(migration -> migration.isTransactional(Direction.BACKWARDS))
                            .orElse(true),
                    exact.requirements(),
                    Resumption.of(progress, Direction.BACKWARDS, code));
            return LostWithSession.notMissedBy(work, progress).noting("takes back exactly what has run of it");
        } catch (ProblemException e) {
            throw subject(e, progress);
        }
    }

    private static boolean isWhole(Migration migration) {
        return !(migration.reversal() instanceof Reversal.Mirrored);
    }

    private Exact whole(Progress progress, Optional<Migration> pack, Optional<StoredReversal> noted) {
        List<String> ran = progress.ran().stream().map(Ran::text).toList();
        List<Instruction> all = pack.isPresent()
                ? instructions(given(pack.get()))
                : code.resolve(progress.migration(), noted.orElseThrow());
        Optional<List<String>> pending = pack.flatMap(m -> behind(ran, instructions(m.forwards())));
        return new Exact(counterpart(ran, pending, all), List.of());
    }

    /** What runs of the other half; all of it, if nothing is pending. */
    private static List<Instruction> counterpart(
            List<String> ran, Optional<List<String>> pending, List<Instruction> otherHalf) {
        return pending.filter(List::isEmpty).isPresent() ? otherHalf : new Pairing(ran, pending).counterpart(otherHalf);
    }

    /** What stands behind the statements that have run, if a half begins with them: BEGIN and COMMIT are left out perhaps. */
    private static Optional<List<String>> behind(List<String> ran, List<Instruction> half) {
        Stream<Instruction> inside =
                half.stream().filter(instruction -> !instruction.kind().controlsTransaction());
        return Stream.of(half, inside.toList())
                .map(instructions ->
                        instructions.stream().map(Instruction::text).toList())
                .filter(texts -> texts.size() >= ran.size() && isSame(ran, texts.subList(0, ran.size())))
                .map(texts -> texts.subList(ran.size(), texts.size()))
                .findFirst();
    }

    /** The journal has cut long texts short. */
    private static boolean isSame(List<String> ran, List<String> texts) {
        return ran.equals(texts.stream().map(text -> new Ran(0, text).text()).toList());
    }

    private List<Operation> given(Migration migration) {
        if (migration.reversal() instanceof Reversal.Absent absent) {
            throw irreversible(absent.reason());
        }
        return migration.reversal().operations();
    }

    private Exact mirrored(Progress progress, Optional<Migration> pack, Map<Integer, StoredReversal> reversals) {
        Position position = progress.position(Direction.FORWARDS);
        List<Instruction> instructions = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int place = position.operation(); place >= 0; place--) {
            boolean isTorn = place == position.operation();
            if (isTorn && !position.isWithinOperation()) {
                continue; // it has not begun
            }
            StoredReversal reversal = reversals.get(place);
            if (reversal == null || !reversal.isThere()) {
                throw irreversible(
                        reversal == null ? "what takes it back is known only when all has run" : reversal.reason());
            }
            List<Instruction> parts = code.resolve(progress.migration(), reversal);
            if (isTorn) {
                List<String> ran = ran(progress, place);
                parts = new Pairing(ran, rest(progress, ran, pack)).counterpart(parts);
            }
            instructions.addAll(parts);
            if (!isTorn) {
                requirements.addAll(reversal.requirements());
            }
        }
        return new Exact(instructions, requirements);
    }

    private static List<String> ran(Progress progress, int place) {
        return progress.ran().stream()
                .filter(ran -> ran.operation() == place)
                .map(Ran::text)
                .toList();
    }

    /** What is left of the operation that is torn; it is noted only where it can't be compiled again. */
    private Optional<List<String>> rest(Progress progress, List<String> ran, Optional<Migration> pack) {
        List<String> noted = progress.rest(Direction.FORWARDS).stream()
                .map(StoredReversal.Part::text)
                .toList();
        int place = progress.position(Direction.FORWARDS).operation();
        return noted.isEmpty()
                ? pack.flatMap(
                        m -> behind(ran, instructions(List.of(m.forwards().get(place)))))
                : Optional.of(noted);
    }

    /** Runs again exactly what the backwards half has taken back. */
    Step.Work again(Progress progress, HistoryEntry entry) {
        requireSettled(progress, Direction.FORWARDS);
        Migration migration = pack(progress)
                .orElseThrow(() -> new ProblemException(Problem.error(
                        Codes.JOURNAL_TURNED,
                        "Migration '" + progress.migration()
                                + "' is half reversed, and no pack has it as it ran, so it "
                                + "can't go forwards again. Add that pack, or go on: "
                                + progress.command(Direction.BACKWARDS))));
        try {
            Step.Work work =
                    isWhole(migration) ? pairedAgain(progress, migration) : mirroredAgain(progress, entry, migration);
            return LostWithSession.notMissedBy(work, progress)
                    .noting("runs again exactly what has been taken back of it");
        } catch (ProblemException e) {
            throw subject(e, progress);
        }
    }

    private Step.Work pairedAgain(Progress progress, Migration migration) {
        List<String> ran = progress.ran().stream().map(Ran::text).toList();
        Optional<List<String>> pending =
                behind(ran, instructions(migration.reversal().operations()));
        return compiler.compile(
                counterpart(ran, pending, instructions(migration.forwards())),
                migration.isTransactional(Direction.FORWARDS),
                List.of(),
                Resumption.of(progress, Direction.FORWARDS, code));
    }

    private Step.Work mirroredAgain(Progress progress, HistoryEntry entry, Migration migration) {
        int partsRun = progress.position(Direction.BACKWARDS).operation();
        int first = migration.forwards().size();
        int counted = 0;
        for (int parts : seal.open(entry).mirrors()) {
            if (counted == partsRun) {
                break;
            }
            counted += parts;
            first--;
        }
        if (counted != partsRun) {
            throw new ProblemException(Problem.error(
                    Codes.JOURNAL_UNPAIRED,
                    "An operation of it is half taken back, and can't go forwards from there."));
        }
        Position start = progress.isTurned() ? progress.position(Direction.FORWARDS) : Position.START;
        return compiler.compile(
                migration,
                Direction.FORWARDS,
                new WorkCompiler.Watch() {},
                Resumption.unchecked(
                        start.equals(Position.START) ? new Position(first, 0) : start,
                        code.resolve(progress.migration(), "", progress.rest(Direction.FORWARDS))));
    }

    private Optional<Migration> pack(Progress progress) {
        return apps.find(progress.migration()).filter(m -> m.checksum().equals(progress.checksum()));
    }

    private List<Instruction> instructions(List<Operation> operations) {
        try {
            return operations.stream()
                    .flatMap(operation -> operation.compile(dialect, Catalogue.unknown()).stream())
                    .toList();
        } catch (UnforeseenException e) {
            throw new ProblemException(
                    Problem.error(
                            Codes.JOURNAL_UNPAIRED,
                            "It is half-done, and its operations and its reversal as a whole can't be paired."),
                    e);
        }
    }

    private static void requireSettled(Progress progress, Direction direction) {
        if (progress.isInDoubt(direction)) {
            throw new ProblemException(progress.doubt());
        }
        if (progress.isTurned() && direction == progress.half()) {
            throw new ProblemException(Problem.error(
                    Codes.JOURNAL_TURNED,
                    "Migration '" + progress.migration() + "' was half-done and is half taken back since. Go on first: "
                            + progress.command(progress.heading())));
        }
    }

    private static ProblemException irreversible(String reason) {
        return new ProblemException(Problem.error(
                Codes.PLAN_IRREVERSIBLE, "It is half-done, and what has run has no reversal: " + reason + "."));
    }

    /** Says what can be done in any case, too. */
    private static ProblemException subject(ProblemException e, Progress progress) {
        String remedy = " Go on instead: " + progress.command(progress.heading())
                + "; or take it back by hand, then say so: palindrome repair "
                + progress.migration().appName() + " --settle nothing";
        return named(e, progress, remedy);
    }

    /** Says which migration it is, unless that is said. */
    private static ProblemException named(ProblemException e, Progress progress, String remedy) {
        String name = "Migration '" + progress.migration() + "'";
        return new ProblemException(e.problems().stream()
                .map(p -> p.message().startsWith(name)
                        ? p
                        : new Problem(p.code(), p.severity(), name + ": " + p.message() + remedy, p.location()))
                .toList());
    }

    private record Exact(List<Instruction> instructions, List<Requirement> requirements) {}
}

package dev.palindrome.domain.plan;

import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.journal.Trail;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a half is taken up again.
 *
 * @param position behind what has run
 * @param rest what is left of the operation that is under way, if it was worked out when that began
 * @param digest over what has run; empty if that needs no proof
 */
record Resumption(Position position, List<Instruction> rest, String digest) {
    /** From the beginning. */
    static final Resumption NONE = new Resumption(Position.START, List.of(), new Trail().digest());

    /** Where a migration stopped on its way in a direction. */
    static Resumption of(Progress progress, Direction direction, PackCode code) {
        return new Resumption(
                progress.position(direction),
                code.resolve(progress.migration(), "", progress.rest(direction)),
                progress.digest(direction));
    }

    /** From a place in a half that is known to be the one that ran. */
    static Resumption unchecked(Position position, List<Instruction> rest) {
        return new Resumption(position, rest, "");
    }

    /** Whether an operation has run, or is under way and can't be compiled again. */
    boolean isBehind(int place) {
        return place < position.operation() || (place == position.operation() && !rest.isEmpty());
    }

    /** Whether an operation is torn apart here. */
    boolean isWithin(int place) {
        return place == position.operation() && position.isWithinOperation();
    }

    /** What has been set for the session by then. */
    List<Statement> settings(List<Unit> units) {
        List<Statement> settings = new ArrayList<>();
        int ran = 0;
        for (Unit unit : units) {
            boolean isUnderWay = unit.place() == position.operation();
            if (unit.place() < position.operation() || (isUnderWay && ran < position.offset())) {
                unit.instructions().stream()
                        .filter(Statement.class::isInstance)
                        .map(Statement.class::cast)
                        .filter(statement -> Effects.isSetting(statement.sql()))
                        .forEach(settings::add);
            }
            ran += isUnderWay ? unit.instructions().size() : 0;
        }
        return settings;
    }

    /** What is left of the units of the half; a {@link ProblemException} if they are not those that were begun. */
    List<Unit> left(List<Unit> units) {
        if (position.equals(Position.START)) {
            return units;
        }
        Trail trail = new Trail();
        List<Unit> left = new ArrayList<>();
        int ran = 0;
        int completed = 0;
        for (Unit unit : units) {
            if (unit.place() > position.operation()) {
                left.add(unit);
            } else if (unit.place() < position.operation()) {
                if (unit.ends()) {
                    trail.completed(unit.fingerprint());
                    completed++;
                }
            } else {
                int mine = position.offset() - ran;
                unit.ran(mine).forEach(trail::ran);
                unit.from(position.offset(), mine, rest).ifPresent(left::add);
                ran += unit.count();
            }
        }
        if (!digest.isEmpty()
                && (completed < position.operation() || !trail.digest().equals(digest))) {
            throw new ProblemException(Problem.error(
                    Codes.JOURNAL_CHANGED,
                    "What has run of it is not what it has now: something was changed before the place where it "
                            + "stopped. Restore that, or go back as far as it came, and begin anew."));
        }
        return left;
    }
}

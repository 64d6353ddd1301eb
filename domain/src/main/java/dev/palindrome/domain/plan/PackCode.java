package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java code that packs have for going back, by its name: a stored reversal can name code, but not hold it. */
final class PackCode {
    private final Apps apps;
    private final Dialect dialect;

    PackCode(Apps apps, Dialect dialect) {
        this.apps = apps;
        this.dialect = dialect;
    }

    /** What a stored reversal runs, or a {@link ProblemException} that names the code which no pack has. */
    List<Instruction> resolve(MigrationRef migration, StoredReversal stored) {
        return resolve(migration, stored.packVersion(), stored.parts());
    }

    /** What parts of a migration run that came from that version of its pack. */
    List<Instruction> resolve(MigrationRef migration, String packVersion, List<StoredReversal.Part> parts) {
        List<Instruction> instructions = new ArrayList<>();
        for (StoredReversal.Part part : parts) {
            if (part instanceof StoredReversal.Sql sql) {
                instructions.add(sql.statement());
            } else if (part instanceof StoredReversal.Code code) {
                instructions.add(find(migration, packVersion, code));
            }
        }
        return instructions;
    }

    /** The migration's own code comes first; code of others does only if there is one of that name. */
    private JavaCode find(MigrationRef migration, String packVersion, StoredReversal.Code code) {
        List<JavaCode> own = named(code.name(), apps.find(migration).stream());
        List<JavaCode> found = own.isEmpty()
                ? named(code.name(), apps.find(migration.appName()).stream().flatMap(app -> app.migrations().stream()))
                : own;
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ProblemException(
                found.isEmpty() ? missing(migration, packVersion, code) : ambiguous(migration, code));
    }

    private static Problem missing(MigrationRef migration, String packVersion, StoredReversal.Code code) {
        return Problem.error(
                Codes.PLAN_CODE_MISSING,
                "The stored reversal of migration '" + migration + "' needs the Java code '" + code.name() + "' ("
                        + code.location() + "), which the pack of app '" + migration.appName() + "' had"
                        + (packVersion.isEmpty() ? "" : " in version " + packVersion)
                        + ". Add that version of the pack.");
    }

    private static Problem ambiguous(MigrationRef migration, StoredReversal.Code code) {
        return Problem.error(
                Codes.PLAN_CODE_MISSING,
                "The stored reversal of migration '" + migration + "' needs the Java code '" + code.name() + "' ("
                        + code.location() + "), and the pack of app '" + migration.appName()
                        + "' has several of that name. Leave the name to one of them.");
    }

    private List<JavaCode> named(String name, Stream<Migration> migrations) {
        return migrations
                .flatMap(migration -> Stream.concat(
                        Stream.of(migration.reversal()),
                        migration.forwards().stream().map(this::reversal)))
                .flatMap(reversal -> reversal.operations().stream())
                .filter(JavaCode.class::isInstance)
                .map(JavaCode.class::cast)
                .filter(code -> code.name().equals(name))
                .distinct()
                .toList();
    }

    private Reversal reversal(Operation operation) {
        try {
            return operation.reversal(dialect, Catalogue.unknown());
        } catch (UnforeseenException e) {
            return new Reversal.Mirrored(); // it is derived from tables, so it is no code
        }
    }
}

package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.UnforeseenException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Java code that packs have for going back, by its name: a stored reversal can name code, but not hold it. */
final class PackCode {
    private final Apps apps;
    private final Dialect dialect;
    private final Map<String, Map<String, JavaCode>> byApp = new HashMap<>();

    PackCode(Apps apps, Dialect dialect) {
        this.apps = apps;
        this.dialect = dialect;
    }

    /** What a stored reversal runs, or a {@link ProblemException} that names the code which no pack has. */
    List<Instruction> resolve(HistoryEntry entry, StoredReversal stored) {
        List<Instruction> instructions = new ArrayList<>();
        for (StoredReversal.Part part : stored.parts()) {
            if (part instanceof StoredReversal.Sql sql) {
                instructions.add(sql.statement());
            } else if (part instanceof StoredReversal.Code code) {
                instructions.add(find(entry, stored, code));
            }
        }
        return instructions;
    }

    private JavaCode find(HistoryEntry entry, StoredReversal stored, StoredReversal.Code code) {
        JavaCode found = byApp.computeIfAbsent(entry.appName(), this::codeOf).get(code.name());
        if (found == null) {
            throw new ProblemException(Problem.error(
                    Codes.PLAN_CODE_MISSING,
                    "The stored reversal of migration '" + entry.ref() + "' needs the Java code '" + code.name() + "' ("
                            + code.location() + "), which the pack of app '" + entry.appName() + "' had"
                            + (stored.packVersion().isEmpty() ? "" : " in version " + stored.packVersion())
                            + ". Add that version of the pack."));
        }
        return found;
    }

    private Map<String, JavaCode> codeOf(String appName) {
        Map<String, JavaCode> code = new HashMap<>();
        for (Migration migration : apps.find(appName).map(App::migrations).orElse(List.of())) {
            collect(migration.reversal(), code);
            for (Operation operation : migration.forwards()) {
                collect(reversal(operation), code);
            }
        }
        return code;
    }

    private Reversal reversal(Operation operation) {
        try {
            return operation.reversal(dialect, Catalogue.unknown());
        } catch (UnforeseenException e) {
            return new Reversal.Mirrored(); // it is derived from tables, so it is no code
        }
    }

    private static void collect(Reversal reversal, Map<String, JavaCode> into) {
        reversal.operations().stream()
                .filter(JavaCode.class::isInstance)
                .map(JavaCode.class::cast)
                .forEach(found -> into.putIfAbsent(found.name(), found));
    }
}

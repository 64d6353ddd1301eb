package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.Reversals;
import dev.palindrome.adapters.files.source.Secrets;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Reversal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a folder of scripts, each once. */
final class MybatisReader {
    private final MigrationFolder folder;
    private final Findings findings = new Findings();
    private final MybatisOptions options;
    private final Variables variables;
    private final Secrets secrets;
    private final LineCut cut;

    MybatisReader(MigrationFolder folder) {
        this.folder = folder;
        this.options = MybatisOptions.of(folder, findings);
        this.variables = new Variables(options.variables());
        this.secrets =
                Secrets.of(options.variables()).and(Secrets.of(folder.settings().environment()));
        this.cut = new LineCut(options, findings);
    }

    Contents read() {
        List<Migration> migrations = new ArrayList<>();
        names().values().forEach(name -> findings.collect(() -> migrations.add(migration(name))));
        return new Contents(migrations, findings.list());
    }

    private SortedMap<BigDecimal, MybatisName> names() {
        SortedMap<BigDecimal, MybatisName> names = new TreeMap<>();
        for (String fileName : folder.fileNames()) {
            if (MybatisName.SPECIAL.contains(fileName)) {
                findings.warning(
                        MybatisCodes.LEFT_OUT,
                        "'" + fileName + "' is no migration, and is not run here. "
                                + (fileName.startsWith("bootstrap")
                                        ? "Run it by hand where the migrations build upon it, or make it the first of them."
                                        : "A migration that fails is rolled back, or goes on where it stopped."),
                        place(fileName));
            } else if (MybatisName.isScript(fileName)) {
                MybatisName.parse(fileName).ifPresentOrElse(name -> enter(name, names), () -> malformed(fileName));
            } else if (FileNames.isSql(fileName)) {
                findings.warning(
                        MybatisCodes.LEFT_OUT,
                        "'" + fileName
                                + "' is ignored, as MyBatis Migrations ignores it: its name doesn't end in '.sql' in"
                                + " lower case. Rename it, or move it out of the folder.",
                        place(fileName));
            }
        }
        return names;
    }

    private void malformed(String fileName) {
        findings.error(
                ProblemCodes.MIGRATION_MALFORMED,
                "The name of '" + fileName
                        + "' does not begin with a number and a low line, as in 20261122101500_title.sql, so "
                        + "MyBatis Migrations runs none of these scripts. Rename it, or move it out of the folder.",
                place(fileName));
    }

    private void enter(MybatisName name, SortedMap<BigDecimal, MybatisName> names) {
        MybatisName other = names.putIfAbsent(name.number(), name);
        if (other != null) {
            findings.error(
                    ProblemCodes.MIGRATION_DUPLICATE,
                    "'" + other.fileName() + "' and '" + name.fileName() + "' both have the number " + name.id()
                            + ". Give one of them another.",
                    place(name.fileName()));
        }
    }

    private Migration migration(MybatisName name) {
        SourceFile file = SourceFile.read(folder, name.fileName());
        List<Line> lines = file.lines();
        Optional<Line> marker = UndoMarker.find(file, lines);
        int end = marker.map(line -> line.number() - 1).orElse(lines.size());
        List<Part.Script> forwards = scripts(file, lines.subList(0, end));
        Optional<List<Part.Script>> backwards =
                marker.map(line -> scripts(file, lines.subList(line.number(), lines.size())));
        if (isEmpty(forwards)) {
            findings.warning(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "'" + name.fileName()
                            + "' runs nothing, since it holds no SQL before its undo part. Add some, unless it is "
                            + "meant as a place holder.",
                    file.place());
        }
        Migration.Builder builder = Migration.id(name.id().value())
                .description(name.description())
                .location(new Location(file.name(), 1))
                .forwards(operations(forwards).toArray(Operation[]::new))
                .reversal(reversal(file, forwards, backwards))
                .files(List.of(folder.file(name.fileName())));
        return (options.commitsEachStatement() ? builder.withoutTransaction() : builder).build();
    }

    private List<Part.Script> scripts(SourceFile file, List<Line> lines) {
        List<String> expanded = new ArrayList<>();
        SortedMap<String, Line> unknown = new TreeMap<>();
        for (Line line : lines) {
            expanded.add(variables.replaced(line.content()));
            variables.unknown().forEach(name -> unknown.putIfAbsent(name, line));
        }
        if (!unknown.isEmpty()) {
            warnOfVariables(file, unknown);
        }
        Part part = new Part(file, lines, expanded);
        return options.isSentWhole() ? List.of(part.whole()) : cut.cut(part);
    }

    /** One warning for all, since what looks like variables may be data, and then there can be hundreds. */
    private void warnOfVariables(SourceFile file, SortedMap<String, Line> unknown) {
        Line first = Collections.min(unknown.values(), Comparator.comparingInt(Line::number));
        String example = unknown.entrySet().stream()
                .filter(entry -> entry.getValue().equals(first))
                .findFirst()
                .orElseThrow()
                .getKey();
        boolean isAlone = unknown.size() == 1;
        String subject = "The variable '" + example + "'"
                + (isAlone
                        ? " has no value, so it stays as it is written. "
                        : " and " + (unknown.size() - 1) + " more have no value, so they stay as they are written. ");
        findings.warning(
                MybatisCodes.VARIABLE,
                subject + "Give values in the settings of the pack or in the environment, or write \\${" + example
                        + "} if it is meant.",
                file.at(first));
    }

    private Reversal reversal(SourceFile file, List<Part.Script> forwards, Optional<List<Part.Script>> backwards) {
        if (backwards.filter(pieces -> !isEmpty(pieces)).isPresent()) {
            return new Reversal.Given(operations(backwards.get()));
        }
        if (isEmpty(forwards)) {
            return new Reversal.NotNeeded();
        }
        return backwards.isEmpty()
                ? new Reversal.Absent(file.name() + " has no line -- //@UNDO")
                : Reversals.empty(folder.settings(), file.name() + " holds no SQL after -- //@UNDO");
    }

    private static boolean isEmpty(List<Part.Script> pieces) {
        return pieces.stream().allMatch(piece -> piece.sql().isEmpty());
    }

    private List<Operation> operations(List<Part.Script> pieces) {
        return pieces.stream().map(piece -> piece.operation(secrets)).toList();
    }

    private Location place(String fileName) {
        return Location.of(folder.file(fileName).toString());
    }
}

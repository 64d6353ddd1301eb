package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.FolderFiles;
import dev.palindrome.adapters.files.source.Reversals;
import dev.palindrome.adapters.files.source.Secrets;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.adapters.files.sqitch.SqitchProject.ScriptKind;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat.Contents;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a project: the plan, then the scripts of each change. */
final class SqitchReader {
    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|--[^\r\n]*|#[^\r\n]*");
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)(?:\\s*+(?:(?:begin|start|commit|end|rollback)(?:\\s++(?:work|transaction))?)?\\s*+;)*+\\s*+"
                    + "((commit|end|rollback)(\\s+(work|transaction))?\\s*)?");

    private final MigrationFolder folder;
    private final Findings findings = new Findings();
    private final SqitchProject project;
    private final FolderFiles files;

    SqitchReader(MigrationFolder folder) {
        this.folder = folder;
        this.project = SqitchProject.of(folder, findings);
        this.files = project.files();
    }

    Contents read() {
        List<Migration> migrations = new ArrayList<>();
        plan().ifPresent(plan -> {
            for (int i = 0; i < plan.changes().size(); i++) {
                int at = i;
                findings.collect(() -> migration(plan, at).ifPresent(migrations::add));
            }
        });
        return new Contents(migrations, findings.list());
    }

    /** {@return the plan; empty if there is none} */
    Optional<Plan> plan() {
        Optional<SourceFile> file = files.read(project.planFile());
        if (file.isEmpty()) {
            findings.error(
                    SqitchCodes.PLAN,
                    "There is no plan " + files.named(project.planFile())
                            + ". Name the folder that holds sqitch.plan, or correct 'plan_file' in sqitch.conf.",
                    Location.of(folder.path().toString()));
        }
        return file.map(found -> new PlanReader(found, findings).read());
    }

    /** {@return the path of a script of a change, whether it is there or not} */
    String path(Change change, ScriptKind kind) {
        String extension = "." + project.extension();
        if (change.reworkTags().isEmpty()) {
            return project.folderOf(kind) + "/" + change.name() + extension;
        }
        String deploys = project.reworkedFolderOf(ScriptKind.DEPLOY) + "/" + change.name() + "@";
        String tag = change.reworkTags().stream()
                .filter(candidate -> files.has(deploys + candidate + extension))
                .findFirst()
                .orElse(change.reworkTags().get(0));
        return project.reworkedFolderOf(kind) + "/" + change.name() + "@" + tag + extension;
    }

    /** {@return a script of a change; empty if it isn't there} */
    Optional<SourceFile> script(Change change, ScriptKind kind) {
        return files.read(path(change, kind));
    }

    SqitchProject project() {
        return project;
    }

    private Optional<Migration> migration(Plan plan, int at) {
        Change change = plan.changes().get(at);
        Location planned = new Location(plan.file(), change.line());
        Optional<SourceFile> deploy = script(change, ScriptKind.DEPLOY);
        if (deploy.isEmpty()) {
            findings.error(
                    ProblemCodes.MIGRATION_FORWARDS_MISSING,
                    "The change '" + change.migrationId() + "' has no deploy script: there is no file "
                            + files.named(path(change, ScriptKind.DEPLOY))
                            + ". Write it, or take the change out of the plan.",
                    planned);
            return Optional.empty();
        }
        List<Operation> forwards = operations(deploy.get(), path(change, ScriptKind.DEPLOY));
        Migration.Builder builder = Migration.id(change.migrationId().value())
                .description(change.description())
                .location(new Location(deploy.get().name(), 1))
                .reversal(reversal(change, forwards, script(change, ScriptKind.REVERT)));
        verified(change, forwards, planned).forEach(builder::forwards);
        new Requirements(plan, project, folder.appName(), findings).add(at, builder);
        return Optional.of(builder.build());
    }

    private List<Operation> verified(Change change, List<Operation> forwards, Location planned) {
        if (!project.isVerified()) {
            return forwards;
        }
        String path = path(change, ScriptKind.VERIFY);
        Optional<SourceFile> verify = files.read(path);
        if (verify.isEmpty()) {
            findings.warning(
                    SqitchCodes.VERIFY_MISSING,
                    "The change '" + change.migrationId() + "' isn't verified: there is no file " + files.named(path)
                            + ". Write it, or switch verifying off.",
                    planned);
            return forwards;
        }
        List<Operation> verifying = operations(verify.get(), path);
        return runsNothing(verifying) ? forwards : List.of(new VerifiedScript(forwards, verifying));
    }

    private List<Operation> operations(SourceFile file, String path) {
        Map<String, String> variables = new LinkedHashMap<>(project.variables());
        if (project.isPsql()) {
            variables.putIfAbsent("registry", project.registry());
            return new PsqlScript(files, new PsqlVariables(variables), findings)
                    .read(file, FolderFiles.normal(path).orElse(path));
        }
        List<Operation> operations = new ArrayList<>();
        if (project.engine().equals("mysql") && !variables.isEmpty()) {
            SqlScript settings = new SqlScript(userVariables(variables), Location.of("sqitch.conf"));
            operations.add(ExpandedScript.whoseValuesCount(settings, "", Secrets.of(variables)));
        }
        operations.add(file.whole());
        return operations;
    }

    private static String userVariables(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(entry -> "@`" + entry.getKey().replace("`", "``") + "` = '"
                        + entry.getValue().replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "SET ", ";"));
    }

    private Reversal reversal(Change change, List<Operation> forwards, Optional<SourceFile> revert) {
        String path = path(change, ScriptKind.REVERT);
        List<Operation> backwards = revert.map(file -> operations(file, path)).orElse(List.of());
        if (!runsNothing(backwards)) {
            return new Reversal.Given(backwards);
        }
        if (runsNothing(forwards)) {
            return new Reversal.NotNeeded();
        }
        return revert.map(file -> Reversals.empty(folder.settings(), file.name() + " holds no SQL"))
                .orElseGet(() -> new Reversal.Absent("there is no file " + files.named(path)));
    }

    /** {@return whether there is nothing but comments and an empty transaction, as in the scripts that sqitch drafts} */
    private static boolean runsNothing(List<Operation> operations) {
        return operations.stream()
                .map(Operation::fingerprint)
                .allMatch(text ->
                        NOTHING.matcher(COMMENTS.matcher(text).replaceAll(" ")).matches());
    }
}

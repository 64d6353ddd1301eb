package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code sqitch.plan}: pragmas up to the first blank line, then changes and tags. */
final class PlanReader {
    private static final Pattern PRAGMA =
            Pattern.compile("[ \\t]*%[ \\t]*([\\w-]+)(?:[ \\t]*=[ \\t]*([^#]+?))?[ \\t]*(?:#.*)?");

    private final SourceFile file;
    private final Findings findings;
    private final Map<String, String> pragmas = new HashMap<>();
    private final List<Planned> planned = new ArrayList<>();
    private final Set<String> tags = new HashSet<>();
    private final Set<String> sinceTag = new HashSet<>();

    PlanReader(SourceFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** {@return the plan; what can't be read of it is found and left out} */
    Plan read() {
        boolean inHeader = true;
        for (Line line : file.lines()) {
            String content = line.content();
            if (content.isBlank() || content.stripLeading().startsWith("#")) {
                inHeader &= !content.isBlank();
            } else {
                try {
                    if (inHeader) {
                        pragma(content);
                    } else {
                        enter(PlanLine.parse(content), line);
                    }
                } catch (ProblemException e) {
                    e.problems().forEach(p -> findings.error(p.code(), p.message(), file.at(line)));
                }
            }
        }
        String project = pragmas.getOrDefault("project", "");
        if (project.isEmpty()) {
            findings.error(
                    SqitchCodes.PLAN,
                    "The plan doesn't say its project. Add a line '%project=NAME' at its beginning, and a blank line below.",
                    new Location(file.name(), 1));
        }
        return new Plan(file.name(), project, changes(project));
    }

    private void pragma(String content) {
        Matcher pragma = PRAGMA.matcher(content);
        if (!pragma.matches()) {
            throw problem(
                    "'" + content.strip() + "' is no pragma, such as '%project=shop'. If it is a change, put a blank"
                            + " line between the pragmas and the changes.");
        }
        pragmas.put(
                pragma.group(1), pragma.group(2) == null ? "1" : pragma.group(2).strip());
    }

    private void enter(PlanLine parsed, Line line) {
        if (parsed.isTag()) {
            tag(parsed);
            return;
        }
        if (parsed.isRevert()) {
            throw new ProblemException(Problem.error(
                    SqitchCodes.REVERT_IN_PLAN,
                    "The plan takes change '" + parsed.name()
                            + "' back, which sqitch itself can't do yet. Write a new change"
                            + " that does the same, or remove the line."));
        }
        if (!sinceTag.add(parsed.name())) {
            throw problem(
                    "The change '" + parsed.name() + "' is planned twice without a tag in between. Remove one, or put a"
                            + " tag between them if the second is a new version of the first.");
        }
        List<Dependency> dependencies = new ArrayList<>();
        for (String word : parsed.dependencies().isEmpty()
                ? new String[0]
                : parsed.dependencies().split("[ \\t]+")) {
            dependencies.add(Dependency.parse(word)
                    .orElseThrow(
                            () -> problem("'" + word + "' is no dependency. Write NAME, NAME@TAG, @TAG or PROJECT:NAME,"
                                    + " with a '!' before it for a conflict.")));
        }
        planned.add(new Planned(parsed, line.number(), dependencies, new ArrayList<>()));
    }

    private void tag(PlanLine parsed) {
        if (planned.isEmpty()
                || !parsed.dependencies().isEmpty()
                || parsed.name().indexOf('/') >= 0) {
            throw problem("The tag '@" + parsed.name() + "' "
                    + (planned.isEmpty() ? "has no change above it." : "has a '/' or dependencies.")
                    + " A tag names the state after a change; correct the line.");
        }
        if (!tags.add(parsed.name())) {
            throw problem("The tag '@" + parsed.name() + "' stands in the plan twice. Rename one of them.");
        }
        planned.get(planned.size() - 1).tags().add(parsed.name());
        sinceTag.clear();
    }

    private List<Change> changes(String project) {
        Optional<String> uri = Optional.ofNullable(pragmas.get("uri"));
        Optional<String> parent = Optional.empty();
        Map<String, Integer> instances = new HashMap<>();
        List<List<String>> reworks = reworkTags();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            Planned each = planned.get(i);
            List<Dependency> requires = each.dependencies(false);
            List<Dependency> conflicts = each.dependencies(true);
            String id = ChangeId.of(
                    project, uri, each.line(), parent, canonical(requires, project), canonical(conflicts, project));
            parent = Optional.of(id);
            String name = each.line().name();
            changes.add(new Change(
                    each.number(),
                    name,
                    instances.merge(name, 1, Integer::sum),
                    id,
                    each.line().note(),
                    requires,
                    conflicts,
                    List.copyOf(each.tags()),
                    reworks.get(i)));
        }
        return changes;
    }

    /** For each change the tags between it and the next of its name. */
    private List<List<String>> reworkTags() {
        List<List<String>> all = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < planned.size(); i++) {
            all.add(List.of());
            Integer earlier = last.put(planned.get(i).line().name(), i);
            if (earlier != null) {
                List<String> between = new ArrayList<>();
                for (int j = i - 1; j >= earlier; j--) {
                    between.addAll(planned.get(j).tags());
                }
                all.set(earlier, between);
            }
        }
        return all;
    }

    private static List<String> canonical(List<Dependency> dependencies, String project) {
        return dependencies.stream()
                .map(dependency -> dependency.canonical(project))
                .toList();
    }

    private static ProblemException problem(String message) {
        return new ProblemException(Problem.error(SqitchCodes.PLAN, message));
    }

    private record Planned(PlanLine line, int number, List<Dependency> dependencies, List<String> tags) {
        List<Dependency> dependencies(boolean conflicts) {
            return dependencies.stream()
                    .filter(dependency -> dependency.isConflict() == conflicts)
                    .toList();
        }
    }
}

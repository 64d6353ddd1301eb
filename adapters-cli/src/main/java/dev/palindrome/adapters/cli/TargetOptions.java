package dev.palindrome.adapters.cli;

import dev.palindrome.domain.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which app, and how far. */
final class TargetOptions {
    @Parameters(index = "0", paramLabel = "APP", description = "The app, or 'all'.")
    String app = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "all|1|ID",
            description = "How far: every migration, one, or to that one and with it.")
    private @Nullable String target;

    @Option(names = "--id", paramLabel = "ID", description = "As far as that id, also if it is '1' or 'all'.")
    private @Nullable String id;

    @Option(names = "--steps", paramLabel = "N", description = "So many migrations.")
    private @Nullable Integer steps;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** {@return what the user said, or else that} */
    Target targetOr(Target usual) {
        return targetOr(Map.of(), usual);
    }

    /**
     * What the user said.
     *
     * @param own what was said by options of the command's own, with all their names; what was not said is empty
     * @param usual what is meant if nothing was said
     */
    Target targetOr(Map<String, Optional<Target>> own, Target usual) {
        List<Target> saidByOwn = own.values().stream().flatMap(Optional::stream).toList();
        long said = saidByOwn.size()
                + Stream.<@Nullable Object>of(target, id, steps)
                        .filter(Objects::nonNull)
                        .count();
        if (said > 1) {
            List<String> ways = new ArrayList<>(List.of("the target", "--id", "--steps"));
            ways.addAll(own.keySet());
            String last = ways.remove(ways.size() - 1);
            throw new ParameterException(
                    spec.commandLine(),
                    "Only one of " + String.join(", ", ways) + " and " + last + " can say how far to go");
        }
        if (!saidByOwn.isEmpty()) {
            return saidByOwn.get(0);
        }
        if (target != null) {
            return Target.parse(target);
        }
        if (id != null) {
            return Target.id(id);
        }
        return steps == null ? usual : Target.count(steps);
    }
}

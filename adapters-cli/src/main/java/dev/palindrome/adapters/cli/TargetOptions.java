package dev.palindrome.adapters.cli;

import dev.palindrome.domain.plan.Target;
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
        return targetOr(Optional.empty(), usual);
    }

    /** {@return what the user said, maybe by an option of the command's own, or else that} */
    Target targetOr(Optional<Target> own, Target usual) {
        long said = Stream.<@Nullable Object>of(target, id, steps, own.orElse(null))
                .filter(Objects::nonNull)
                .count();
        if (said > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Only one of the target, --id, --steps, --only and --to-tag can say how far to go");
        }
        if (own.isPresent()) {
            return own.get();
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

package dev.palindrome.application.discovery;

import dev.palindrome.spi.Problem;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * The providers of a service, loaded one by one: one that can't be loaded becomes a problem that names its jar, and the
 * others still load.
 *
 * @param found those that loaded
 * @param problems what is wrong with the others
 */
record Providers<T>(List<T> found, List<Problem> problems) {

    /** {@return what {@code use} makes of each provider; whatever a provider throws stays outside} */
    static <S, T> Providers<T> load(Class<S> service, ClassLoader loader, Problem.Code code, Function<S, T> use) {
        List<T> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Iterator<ServiceLoader.Provider<S>> providers =
                ServiceLoader.load(service, loader).stream().iterator();
        while (true) {
            String subject = "a provider of " + service.getSimpleName();
            try {
                if (!providers.hasNext()) {
                    return new Providers<>(found, problems);
                }
                ServiceLoader.Provider<S> provider = providers.next();
                subject = provider.type().getName() + " in " + origin(provider.type());
                found.add(use.apply(provider.get()));
            } catch (Throwable e) {
                // the fence round providers: a broken jar must not keep the others from loading
                problems.add(broken(code, subject, e));
            }
        }
    }

    /** {@return the jar or folder that a class was loaded from} */
    static String origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "the platform";
        }
        String path = source.getLocation().getPath();
        return path.endsWith(".jar") ? path.substring(path.lastIndexOf('/') + 1) : path;
    }

    private static Problem broken(Problem.Code code, String subject, Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ServiceConfigurationError || cause instanceof ExceptionInInitializerError)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Problem.warning(
                code,
                "Could not load " + subject + ": " + cause
                        + ". It is left out; everything else was loaded. Replace the jar, or take it away.");
    }
}

package dev.palindrome.application.discovery;

import dev.palindrome.application.configuration.ConfigurationCodes;
import dev.palindrome.application.configuration.PackSource;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The jars that the user named, on a class loader of their own. */
final class PluginClassPath implements AutoCloseable {
    private final ClassLoader loader;

    private PluginClassPath(ClassLoader loader) {
        this.loader = loader;
    }

    /** Opens the jars among the packs and in the folders; with none, there is only the class path. */
    static PluginClassPath open(List<PackSource> packs, List<Path> folders) {
        Set<Path> jars = new LinkedHashSet<>();
        for (PackSource pack : packs) {
            if (Files.notExists(pack.path())) {
                throw new ProblemException(Problem.error(
                        ConfigurationCodes.PACK_NOT_FOUND,
                        "There is no pack at '" + pack.path() + "'. Name a jar or a folder that is there."));
            }
            if (isJar(pack.path())) {
                jars.add(pack.path());
            } else {
                jars.addAll(jarsIn(pack.path()));
            }
        }
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ProblemException(Problem.error(
                        ConfigurationCodes.PACK_NOT_FOUND,
                        "There is no folder '" + folder + "' of jars. Name one that is there."));
            }
            jars.addAll(jarsIn(folder));
        }
        ClassLoader parent = PluginClassPath.class.getClassLoader();
        return new PluginClassPath(
                jars.isEmpty()
                        ? parent
                        : new URLClassLoader(
                                jars.stream().map(PluginClassPath::url).toArray(URL[]::new), parent));
    }

    ClassLoader loader() {
        return loader;
    }

    /** Where the user named no jars, the thread's own class loader stays: it may know what ours doesn't. */
    <T> T during(Supplier<T> supplier) {
        if (!(loader instanceof URLClassLoader)) {
            return supplier.get();
        }
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return supplier.get();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    static boolean isJar(Path path) {
        return path.toString().endsWith(".jar") && Files.isRegularFile(path);
    }

    static List<Path> jarsIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(PluginClassPath::isJar).sorted().toList();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            ConfigurationCodes.PACK_NOT_FOUND,
                            "The folder '" + folder + "' can't be listed (" + e + "). Check its rights."),
                    e);
        }
    }

    @Override
    public void close() {
        if (loader instanceof URLClassLoader ours) {
            try {
                ours.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

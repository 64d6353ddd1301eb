package dev.palindrome.application.databases;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Jars as plug-in authors build them. */
public final class TestJar {
    private TestJar() {}

    /**
     * Compiles one class and packs it.
     *
     * @param jar where the jar goes
     * @param service the interface of the spi that the class is a provider of
     * @param className the class, in no package
     * @param body what stands between its braces
     */
    public static Path provider(Path jar, Class<?> service, String className, String body) {
        try {
            Path work = Files.createDirectories(jar.resolveSibling(className + "-build"));
            Path source = work.resolve(className + ".java");
            Files.writeString(
                    source,
                    "import dev.palindrome.spi.*;\nimport java.util.*;\npublic class " + className + " implements "
                            + service.getSimpleName() + " {\n" + body + "\n}\n");
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-cp",
                            System.getProperty("java.class.path")
                                    + File.pathSeparator
                                    + service.getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation()
                                            .getPath(),
                            source.toString());
            if (failed != 0) {
                throw new IllegalArgumentException("does not compile: " + body);
            }
            return pack(jar, service, className, work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pack(Path jar, Class<?> service, String className, Path classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> compiled = Files.list(classes)) {
            out.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
            out.write(className.getBytes(StandardCharsets.UTF_8));
            List<Path> all = compiled.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList();
            for (Path path : all) {
                out.putNextEntry(new JarEntry(path.getFileName().toString()));
                Files.copy(path, out);
            }
        }
        return jar;
    }
}

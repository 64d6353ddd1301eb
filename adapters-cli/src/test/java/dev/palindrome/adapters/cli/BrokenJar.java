package dev.palindrome.adapters.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A pack's jar whose class throws when it is constructed. */
final class BrokenJar {
    private static final String SOURCE = """
            package broken;

            public class Pack implements dev.palindrome.spi.MigrationPack {
                public Pack() { throw new IllegalStateException("no luck today"); }
                public String appName() { return "broken"; }
                public java.util.Set<String> dependsOn() { return java.util.Set.of(); }
                public java.util.List<dev.palindrome.spi.Migration> migrations() { return java.util.List.of(); }
            }
            """;

    private BrokenJar() {}

    static Path in(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/broken")).resolve("Pack.java");
        Files.writeString(source, SOURCE);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), source.toString());
        if (code != 0) {
            throw new AssertionError("The broken pack doesn't compile");
        }
        Path jar = folder.resolve("broken.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/dev.palindrome.spi.MigrationPack"));
            out.write("broken.Pack".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("broken/Pack.class"));
            out.write(Files.readAllBytes(source.resolveSibling("Pack.class")));
        }
        return jar;
    }
}

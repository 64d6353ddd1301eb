package dev.palindrome.adapters.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the usual commands once, on a scratch database in a folder of its own. The launcher does so when it first meets a Java,
 * and keeps the classes that were loaded as an archive, and the native libraries that drivers unpacked: every later start
 * has them at hand.
 */
final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("forwards", "all", "--preview"),
            List.of("forwards", "all"),
            List.of("check"),
            List.of("check", "--output", "json"),
            List.of("backwards", "scratch", "all", "--auto-agree"),
            List.of("forwards", "scratch", "1", "--output", "json"),
            List.of("packs"),
            List.of("--help"));

    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param args a folder, the URL of a database in it, and a folder in which drivers unpack native libraries
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path configuration = folder.resolve("palindrome.yaml");
        Files.writeString(configuration, "database: {url: '" + args[1] + "'}\npacks: [{path: scratch}]\n");
        Path pack = Files.createDirectory(folder.resolve("scratch"));
        Files.writeString(pack.resolve("0001__first.sql"), """
                -- forwards
                CREATE TABLE first (id integer);
                -- backwards
                DROP TABLE first;
                """);
        Files.writeString(pack.resolve("0002__second.sql"), """
                -- palindrome: description="second"
                -- forwards
                INSERT INTO first VALUES (1);
                -- backwards: none needed
                """);
        for (List<String> words : COMMANDS) {
            Main.run(Stream.concat(Stream.of("--config", configuration.toString()), words.stream())
                    .toArray(String[]::new));
        }
        keep(Path.of(args[2]), folder);
    }

    /** Drivers delete at their end what they unpacked, and give each copy a name of its own. */
    private static void keep(Path unpacked, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(unpacked)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                String stable = name.substring(name.lastIndexOf('-') + 1);
                if (stable.matches(".*\\.(so|dylib|jnilib|dll)")) {
                    Files.copy(file, folder.resolve(stable));
                }
            }
        }
    }
}

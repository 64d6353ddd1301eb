package dev.palindrome.adapters.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the usual commands once, on a scratch database in a folder of its own. The launcher does so when it first meets a Java,
 * and keeps the classes that were loaded as an archive, and the native libraries that drivers unpacked: every later start
 * has them at hand.
 */
final class Rehearsal {
    /** No other app is touched: packs of the user's may be on the class path. */
    private static final String APP = "palindrome-rehearsal";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("forwards", APP, "--preview"),
            List.of("forwards", APP),
            List.of("check"),
            List.of("check", "--output", "json"),
            List.of("backwards", APP, "all", "--auto-agree"),
            List.of("forwards", APP, "1", "--output", "json"),
            List.of("packs"),
            List.of("--help"));

    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param args a folder to work in, the URL of a database in it, a folder in which drivers unpack native libraries, and
     *     one for copies of these
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.writeString(
                folder.resolve("palindrome.yaml"),
                "database: {url: '" + args[1] + "'}\npacks: [{path: " + APP + "}]\n");
        Path pack = Files.createDirectory(folder.resolve(APP));
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
        Surroundings ours = Main.surroundings();
        // no environment: what the user's says, is meant for the user's own database
        Surroundings surroundings = new Surroundings(
                ours.streams(), ours.traits(), Map.of(), new Places(folder, Optional.empty()), List.of());
        for (List<String> words : COMMANDS) {
            new CommandTree(surroundings).run(words.toArray(String[]::new));
        }
        keep(Path.of(args[2]), Path.of(args[3]));
    }

    /** Drivers delete at their end what they unpacked, and give each copy a name of its own. */
    private static void keep(Path unpacked, Path kept) throws IOException {
        try (Stream<Path> files = Files.list(unpacked)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                String stable = name.substring(name.lastIndexOf('-') + 1);
                if (stable.matches(".*\\.(so|dylib|jnilib|dll)")) {
                    Files.copy(file, kept.resolve(stable));
                }
            }
        }
    }
}

package dev.palindrome.examples.roundtrips;

import dev.palindrome.application.Palindrome;
import java.nio.file.Path;

/** The example packs: music is on the class path, geo and shop are folders beside this module. */
final class Examples {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("shop");

    private Examples() {}

    /** An engine on a database that knows all three; the shop's pack.yaml brings geo. */
    static Palindrome on(String url) {
        return Palindrome.on(url).folder("shop", FOLDER).build();
    }
}

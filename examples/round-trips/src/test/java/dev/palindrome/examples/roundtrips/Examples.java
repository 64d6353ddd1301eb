package dev.palindrome.examples.roundtrips;

import dev.palindrome.application.Palindrome;
import java.nio.file.Path;

/** The example packs: music is on the class path, geo and shop are folders beside this module. */
final class Examples {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private Examples() {}

    static Path folder(String app) {
        return MODULE.resolveSibling(app);
    }

    /** An engine on a database that knows all three; the shop's pack.yaml brings geo. */
    static Palindrome on(String url) {
        return Palindrome.on(url).folder("shop", folder("shop")).build();
    }
}

package dev.palindrome.adapters.jdbc.sqlite;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the file that a URL names: {@code jdbc:sqlite:x.db}, or a URI as in {@code jdbc:sqlite:file:x.db?mode=ro}
 * (https://sqlite.org/uri.html).
 */
final class SqliteUrl {
    static final String PREFIX = "jdbc:sqlite:";

    private SqliteUrl() {}

    /** {@return the database's file, absolute; empty if it lives in memory, in a jar, or in a file without a name} */
    static Optional<Path> file(String url) {
        String rest = url.substring(PREFIX.length());
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question);
        String name = question < 0 ? rest : rest.substring(0, question);
        if (name.startsWith("file:")) {
            name = decoded(name.substring("file:".length()));
        }
        boolean hasFile = !name.isEmpty() && !name.startsWith(":") && !query.contains("mode=memory");
        return hasFile ? Optional.of(canonical(Path.of(name).toAbsolutePath())) : Optional.empty();
    }

    /** {@return whether the connections of this process share what the URL has in memory} */
    static boolean isSharedMemory(String url) {
        return url.contains("cache=shared");
    }

    private static String decoded(String uri) {
        String path = uri;
        if (path.startsWith("//")) {
            int slash = path.indexOf('/', 2);
            path = slash < 0 ? "" : path.substring(slash);
        }
        String escaped = path.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"); // to SQLite only itself
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    /** One name for one file, so that whoever comes by a link meets the same lock. */
    private static Path canonical(Path file) {
        try {
            if (Files.exists(file)) {
                return file.toRealPath();
            }
            Path folder = file.getParent();
            return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            return file.normalize(); // there is nothing to be canonical about; opening it will say why
        }
    }
}

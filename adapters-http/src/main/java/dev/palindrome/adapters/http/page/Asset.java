package dev.palindrome.adapters.http.page;

import dev.palindrome.adapters.http.answer.Hashes;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of the page, as it is sent. Browsers keep it, and ask each time whether it is still the same. */
final class Asset {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain;charset=utf-8");

    private final String type;
    private final String tag;
    private final byte[] content;

    private Asset(String type, byte[] content) {
        this.type = type;
        this.content = content;
        this.tag = '"' + HexFormat.of().formatHex(Hashes.sha256(content), 0, 16) + '"';
    }

    /** A file whose type its name tells. */
    static Asset of(String name, byte[] content) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("Nobody knows the type of the page's file '" + name + "'");
        }
        return new Asset(type, content);
    }

    void answer(Context ctx) {
        // Not immutable: the files name each other, and a name stays when its content changes with the next release.
        ctx.header("Cache-Control", "no-cache").header("ETag", tag);
        if (isKnown(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(type).result(content);
        }
    }

    private boolean isKnown(@Nullable String tags) {
        return tags != null
                && Arrays.stream(tags.split(",", -1))
                        .map(known -> known.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }
}

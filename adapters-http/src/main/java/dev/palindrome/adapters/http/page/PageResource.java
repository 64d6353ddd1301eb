package dev.palindrome.adapters.http.page;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code GET /} and {@code GET /assets/{file}}: the page, out of the jar. Only what stands in {@code assets.txt} is
 * served, and all of it is read when the server starts, so no path of a request ever leads to a file.
 */
public final class PageResource {

    private final Asset index = read("index.html");
    private final Map<String, Asset> assets = new String(bytes("assets.txt"), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), PageResource::read));

    public void index(Context ctx) {
        PageHeaders.put(ctx);
        index.answer(ctx);
    }

    public void asset(Context ctx) {
        String name = ctx.pathParam("file");
        Asset asset = Optional.ofNullable(assets.get(name))
                .orElseThrow(() -> HttpFailure.of(
                        HttpCodes.REQUEST_PATH, "The page has no file '" + name + "'. It begins at GET /."));
        PageHeaders.put(ctx);
        asset.answer(ctx);
    }

    /** {@return the names of the files that are served beside the page itself} */
    public List<String> names() {
        return assets.keySet().stream().sorted().toList();
    }

    private static Asset read(String name) {
        return Asset.of(name, bytes(name));
    }

    private static byte[] bytes(String name) {
        try (InputStream file = PageResource.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("page/" + name + " is not in the jar");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

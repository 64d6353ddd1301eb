package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.door.Access;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.stream.IntStream;

/**
 * One thing that the server answers.
 *
 * @param method how it is asked
 * @param path where, as Javalin and OpenAPI write it
 * @param access who may ask
 * @param handler what answers
 */
record Route(HandlerType method, String path, Access access, Handler handler) {
    static Route get(String path, Access access, Handler handler) {
        return new Route(HandlerType.GET, path, access, handler);
    }

    static Route post(String path, Access access, Handler handler) {
        return new Route(HandlerType.POST, path, access, handler);
    }

    static Route delete(String path, Access access, Handler handler) {
        return new Route(HandlerType.DELETE, path, access, handler);
    }

    /** {@return whether a path of a request is one of this route's} */
    boolean matches(String requested) {
        String[] own = path.split("/", -1);
        String[] other = requested.split("/", -1);
        return own.length == other.length
                && IntStream.range(0, own.length)
                        .allMatch(i -> own[i].startsWith("{") ? !other[i].isEmpty() : own[i].equals(other[i]));
    }
}

package dev.palindrome.adapters.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

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
}

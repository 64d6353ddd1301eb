package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.load.Background;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import io.javalin.Javalin;
import io.javalin.http.servlet.JavalinServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Serves an engine within a server that a program has already, mounted under any path: {@code /migrations/*}, for example.
 *
 * <pre>{@code
 * ServletHolder holder = new ServletHolder(new PalindromeServlet(palindrome, ServerSettings.DEFAULT.withTokens(tokens)));
 * holder.setAsyncSupported(true);
 * context.addServlet(holder, "/migrations/*");
 * }</pre>
 *
 * <p>It needs asynchronous requests. Limits of the connection, such as how slow a client may be, are the server's own; where
 * that refuses an encoded slash in a path, migrations with a slash in their id can't be asked for one by one. When the server
 * destroys it, a run that is under way finishes its step, and the rest is not started.
 */
public final class PalindromeServlet extends HttpServlet implements AutoCloseable {
    private static final long serialVersionUID = 1L;

    private final transient ExecutorService pool = Executors.newCachedThreadPool(Background.threads("palindrome-http"));
    private final transient Site site;
    private final transient JavalinServlet javalin;
    private final transient AtomicBoolean closed = new AtomicBoolean();

    /**
     * Serves an engine.
     *
     * @param palindrome the engine; must stay open until this is destroyed
     * @param settings who may come in; without tokens, only who is on this machine. Address, port and path are the server's
     *     affair, and not looked at
     */
    public PalindromeServlet(Palindrome palindrome, ServerSettings settings) {
        site = new Site(palindrome, settings, Limits.DEFAULT, pool);
        javalin = new JavalinServlet(Javalin.create(site::configure).unsafe);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        StrictHeaders.put(response::setHeader);
        if (isBare(request)) {
            response.sendRedirect(request.getRequestURI() + "/"); // what the page names is beside it
        } else {
            javalin.service(new Mounted(request), response);
        }
    }

    @Override
    public void destroy() {
        close();
    }

    /** Begins no run any more and lets one that is under way finish its step. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            site.drain();
            site.close();
            pool.shutdown();
        }
    }

    private static boolean isBare(HttpServletRequest request) {
        return isBelowAPath(request) && request.getPathInfo() == null;
    }

    private static boolean isBelowAPath(HttpServletRequest request) {
        return request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
    }

    /** A request as it looks where this is mounted: below its own path, there is nothing of the server's. */
    private static final class Mounted extends HttpServletRequestWrapper {
        Mounted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContextPath() {
            return isBelowAPath(this) ? super.getContextPath() + super.getServletPath() : super.getContextPath();
        }

        @Override
        public String getServletPath() {
            return isBelowAPath(this) ? "" : super.getServletPath();
        }
    }
}

package dev.palindrome.adapters.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which the head of a request has begun and doesn't come to its end for a while, or the first hasn't even
 * begun. Jetty's idle time doesn't: each byte of a head begins it again, so that who sends one now and then would never leave.
 * Between requests a connection may be silent as long as that idle time.
 */
final class RequestHeads implements Connection.Listener, HttpConfiguration.Customizer {
    /** In the place of how many bytes had come: a head is due, whatever comes. */
    private static final long DUE = -1;

    private final Duration patience;
    private final Scheduler scheduler;
    private final Map<Connection, Scheduler.Task> waiting = new ConcurrentHashMap<>();

    RequestHeads(Duration patience, Scheduler scheduler) {
        this.patience = patience;
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        await(connection, DUE);
    }

    @Override
    public void onClosed(Connection connection) {
        arrived(connection);
    }

    /** Called once a head is complete. */
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        Connection connection = request.getConnectionMetaData().getConnection();
        arrived(connection);
        Request.addCompletionListener(request, failure -> await(connection, connection.getBytesIn()));
        return request;
    }

    private void await(Connection connection, long bytes) {
        Runnable look = () -> look(connection, bytes);
        waiting.put(connection, scheduler.schedule(look, patience.toMillis(), TimeUnit.MILLISECONDS));
        if (!connection.getEndPoint().isOpen()) {
            arrived(connection); // it was closed meanwhile, and is told of no more
        }
    }

    private void arrived(Connection connection) {
        Scheduler.Task task = waiting.remove(connection);
        if (task != null) {
            task.cancel();
        }
    }

    /** A head that has begun since the last look gets its time from now on: it may have begun just now. */
    private void look(Connection connection, long bytes) {
        if (waiting.remove(connection) == null) {
            return;
        }
        if (bytes == DUE) {
            connection.close();
        } else {
            await(connection, connection.getBytesIn() == bytes ? bytes : DUE);
        }
    }
}

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
 * Closes connections on which no request's head comes to its end for a while, since they were opened or their last answer was
 * sent. Jetty's idle time doesn't: each byte of a head begins it again, so that who sends one now and then would never leave.
 */
final class RequestHeads implements Connection.Listener, HttpConfiguration.Customizer {
    private final Duration patience;
    private final Scheduler scheduler;
    private final Map<Connection, Scheduler.Task> waiting = new ConcurrentHashMap<>();

    RequestHeads(Duration patience, Scheduler scheduler) {
        this.patience = patience;
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        await(connection);
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
        Request.addCompletionListener(request, failure -> await(connection));
        return request;
    }

    private void await(Connection connection) {
        waiting.put(
                connection, scheduler.schedule(() -> close(connection), patience.toMillis(), TimeUnit.MILLISECONDS));
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

    private void close(Connection connection) {
        if (waiting.remove(connection) != null) {
            connection.close();
        }
    }
}

package dev.palindrome.application.clusters;

import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.Poll;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A table whose definition can't be changed on some nodes until this is closed: a definition that takes as long as a test wants it
 * to, however fast the machine is. The table is held outside of replication, which would give it free.
 */
final class Hurdle implements AutoCloseable {
    static final String TABLE = "hurdle";

    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<Connection> holding = new ArrayList<>();

    private Hurdle() {}

    static Hurdle at(GaleraCluster cluster, String database, int... nodes) throws SQLException {
        cluster.run(0, "CREATE TABLE " + database + "." + TABLE + " (id int PRIMARY KEY)");
        Hurdle hurdle = new Hurdle();
        for (int node : nodes) {
            cluster.rows(node, "SELECT * FROM " + database + "." + TABLE); // it is there
            Connection connection =
                    DriverManager.getConnection(cluster.node(node).url(database));
            hurdle.holding.add(connection);
            run(connection, "SET SESSION wsrep_on = OFF");
            run(connection, "LOCK TABLES " + TABLE + " READ");
        }
        return hurdle;
    }

    /** Waits until a definition stands at it on each of the nodes. */
    void awaitWaiting() {
        for (Connection connection : holding) {
            Poll.until("a definition waits", SOON, () -> isWaiting(connection));
        }
    }

    private static boolean isWaiting(Connection connection) {
        try {
            return TestDatabase.rows(connection, "SHOW PROCESSLIST").stream()
                    .anyMatch(row -> row.contains("metadata lock"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : holding) {
            connection.close();
        }
    }
}

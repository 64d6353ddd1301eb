package dev.palindrome.adapters.http;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database in memory that counts its connections and can fall silent. */
public final class TestDataSource implements DataSource {
    private final JdbcDataSource database = new JdbcDataSource();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile CountDownLatch silence = new CountDownLatch(0);

    public TestDataSource() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    public int connections() {
        return connections.get();
    }

    /** Answers nobody until the silence is closed. */
    public Silence silence() {
        CountDownLatch latch = new CountDownLatch(1);
        silence = latch;
        return latch::countDown;
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
        return database.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing inside");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    public interface Silence extends AutoCloseable {
        @Override
        void close();
    }
}

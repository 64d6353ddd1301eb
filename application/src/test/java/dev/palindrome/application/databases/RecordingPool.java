package dev.palindrome.application.databases;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool of a fixed size as programs have them, which writes down each SQL text as often as it is sent through it. */
public final class RecordingPool implements DataSource, AutoCloseable {
    /** How long a pool lets somebody wait, mostly; longer than the engine does. */
    private static final long PATIENCE_SECONDS = 30;

    private final int size;
    private final BlockingQueue<Connection> idle;
    private final List<String> sql = new CopyOnWriteArrayList<>();

    /** Opens that many connections. */
    public RecordingPool(TestDatabase database, int size) throws SQLException {
        this.size = size;
        this.idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(database.connect());
        }
    }

    /** {@return every SQL text that was sent since the last {@link #forget}} */
    public List<String> sql() {
        return List.copyOf(sql);
    }

    public void forget() {
        sql.clear();
    }

    /** {@return a connection that is idle now, to look at it} */
    public Connection look() {
        return idle.element();
    }

    /** {@return how many connections nobody has} */
    public int idle() {
        return idle.size();
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return lent(taken());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    private Connection taken() throws InterruptedException, SQLException {
        return Optional.ofNullable(idle.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .orElseThrow(() -> new SQLException("the pool is exhausted"));
    }

    private Connection lent(Connection connection) {
        return (Connection) proxy(new Class<?>[] {Connection.class}, (method, arguments) -> switch (method.getName()) {
            case "close" -> idle.add(connection);
            case "prepareStatement" ->
                recorded(PreparedStatement.class, (Statement) invoke(method, connection, arguments), (String)
                        arguments[0]);
            case "createStatement" -> recorded(Statement.class, (Statement) invoke(method, connection, arguments), "");
            case "commit", "rollback" -> {
                sql.add(method.getName());
                yield invoke(method, connection, arguments);
            }
            default -> invoke(method, connection, arguments);
        });
    }

    private Object recorded(Class<?> type, Statement statement, String prepared) {
        return proxy(new Class<?>[] {type}, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                sql.add(arguments != null && arguments[0] instanceof String text ? text : prepared);
            }
            return invoke(method, statement, arguments);
        });
    }

    private static Object proxy(Class<?>[] types, Handler handler) {
        return Proxy.newProxyInstance(
                RecordingPool.class.getClassLoader(), types, (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default ->
                        method.getReturnType() == void.class
                                ? nothing(handler.handle(method, arguments))
                                : handler.handle(method, arguments);
                });
    }

    private static Object nothing(Object ignored) {
        return null;
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Waits for those that are lent. */
    @Override
    public void close() throws SQLException {
        try {
            for (int i = 0; i < size; i++) {
                taken().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }
}

package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Databases in memory, each kept alive by a connection that stays open as long as the tests run. */
final class SqliteMemory implements SqliteTestDatabase {
    private final List<Connection> keepers = new ArrayList<>();

    @Override
    public DatabaseAddress freshAddress() {
        String url = "jdbc:sqlite:file:memory" + System.nanoTime() + "?mode=memory&cache=shared";
        try {
            keepers.add(DriverManager.getConnection(url));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return DatabaseAddress.of(url);
    }
}

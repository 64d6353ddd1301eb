package dev.palindrome.application.scale;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.domain.result.MigrationResult;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** So many migrations, each of which makes a table, a column and an index; run by the engine, or by plain JDBC. */
final class ManyMigrations {
    private final int count;
    private final TestPack pack;

    /** Writes the files. */
    ManyMigrations(int count, Path folder) {
        this.count = count;
        this.pack = new TestPack(folder);
        for (int i = 1; i <= count; i++) {
            pack.migration(
                    String.format("%05d", i), String.join(";\n", statements(i)) + ";", "DROP TABLE table_" + i + ";");
        }
    }

    Path folder() {
        return pack.folder();
    }

    private static List<String> statements(int i) {
        return List.of(
                "CREATE TABLE table_" + i + " (id int PRIMARY KEY, name varchar(40))",
                "ALTER TABLE table_" + i + " ADD COLUMN email varchar(254)",
                "CREATE INDEX index_" + i + " ON table_" + i + " (email)");
    }

    /** What the engine takes, from reading the files to the last commit. */
    Duration byEngine(TestDatabase database) {
        long begun = System.nanoTime();
        try (Palindrome engine =
                Palindrome.on(database.url()).folder("many", pack.folder()).build()) {
            MigrationResult result = engine.forwards("many");
            if (!result.success()) {
                throw new AssertionError(result.message());
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** What a program takes that knows the statements, and does nothing but send them. */
    Duration byHand(TestDatabase database) throws SQLException {
        long begun = System.nanoTime();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE history (sequence " + identity(connection)
                    + ", app_name varchar(200) NOT NULL, migration_id varchar(200) NOT NULL,"
                    + " description text NOT NULL, checksum varchar(200) NOT NULL, ran_on varchar(40) NOT NULL,"
                    + " ran_by varchar(500) NOT NULL, duration_millis bigint NOT NULL,"
                    + " UNIQUE (app_name, migration_id))");
            try (PreparedStatement history =
                    connection.prepareStatement("INSERT INTO history (app_name, migration_id, description, checksum,"
                            + " ran_on, ran_by, duration_millis) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (int i = 1; i <= count; i++) {
                    for (String sql : statements(i)) {
                        statement.execute(sql);
                    }
                    history.setString(1, "many");
                    history.setString(2, String.format("%05d", i));
                    history.setString(3, "test");
                    history.setString(4, "0".repeat(64));
                    history.setString(5, "2026-11-22T10:15:00.123456Z");
                    history.setString(6, "somebody@somewhere");
                    history.setLong(7, 0);
                    history.executeUpdate();
                    connection.commit();
                }
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** A history keeps the order in which migrations ran, whoever writes it. */
    private static String identity(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "SQLite" -> "INTEGER PRIMARY KEY AUTOINCREMENT";
            case "MariaDB" -> "bigint AUTO_INCREMENT PRIMARY KEY";
            default -> "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
        };
    }
}

package dev.palindrome.application.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A database as its owner sees it, without the engine: by plain JDBC. */
public final class TestDatabase {
    private final String url;
    private final Catalogue catalogue;

    TestDatabase(String url, Catalogue catalogue) {
        this.url = url;
        this.catalogue = catalogue;
    }

    public String url() {
        return url;
    }

    /** {@return a connection that commits by itself} */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Runs statements one by one. */
    public void run(String... statements) {
        try (Connection connection = own();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the rows of a query, each as its values with bars between them} */
    public List<String> rows(String query) {
        try (Connection connection = own()) {
            return rows(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** {@return the rows of a query on that connection} */
    public static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    /** {@return everything that the catalogue has, but for Palindrome's own: sorted lines} */
    public List<String> catalogue() {
        try (Connection connection = own()) {
            return catalogue.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the names of all tables in lower case, sorted, also Palindrome's own} */
    public List<String> allTables() {
        try (Connection connection = own()) {
            return allTables(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the names of all tables but Palindrome's own, in lower case, sorted} */
    public List<String> tables() {
        return allTables().stream()
                .filter(name -> !name.startsWith("palindrome_"))
                .toList();
    }

    /** {@return the migrations in the history, as {@code app:id}, in the order in which they ran} */
    public List<String> history() {
        try (Connection connection = own()) {
            return history(connection, allTables(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> history(Connection connection, List<String> tables) throws SQLException {
        return tables.contains("palindrome_history")
                ? rows(connection, "SELECT app_name, migration_id FROM \"palindrome_history\" ORDER BY sequence")
                        .stream()
                        .map(row -> row.replaceFirst("\\|", ":"))
                        .toList()
                : List.of();
    }

    /** A connection for the tests' own statements, which are the same for all databases. */
    private Connection own() throws SQLException {
        Connection connection = connect();
        if (catalogue.preparation().isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(catalogue.preparation().get());
            }
        }
        return connection;
    }

    /** {@return the reversal that the history keeps of a migration; the text {@code null} if it keeps none} */
    public String storedReversal(String migrationId) {
        return rows("SELECT reversal FROM \"palindrome_history\" WHERE migration_id = '" + migrationId + "'")
                .get(0);
    }

    /** Puts another reversal in its place, as somebody does who can write the table. */
    public void storeReversal(String migrationId, @Nullable String text) {
        try (Connection connection = own();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE \"palindrome_history\" SET reversal = ? WHERE migration_id = ?")) {
            update.setString(1, text);
            update.setString(2, migrationId);
            if (update.executeUpdate() != 1) {
                throw new IllegalArgumentException("no migration " + migrationId);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the history has and which tables there are, as of one moment, while others may be writing. */
    public Moment moment() {
        try (Connection connection = own()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            List<String> tables = allTables(connection);
            List<String> history = history(connection, tables);
            connection.rollback();
            return new Moment(
                    history,
                    tables.stream()
                            .filter(name -> !name.startsWith("palindrome_"))
                            .toList());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> allTables(Connection connection) throws SQLException {
        return rows(connection, catalogue.tablesQuery()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /**
     * One moment of a database.
     *
     * @param history the migrations in the history
     * @param tables the tables that they made
     */
    public record Moment(List<String> history, List<String> tables) {}
}

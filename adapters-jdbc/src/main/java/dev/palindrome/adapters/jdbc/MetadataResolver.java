package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.DataSourceResolver;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the URL from the metadata of a connection. */
final class MetadataResolver implements DataSourceResolver {
    @Override
    public DatabaseAddress resolve(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return DatabaseAddress.of(dataSource, url(connection.getMetaData().getURL()));
        } catch (SQLException e) {
            throw new ProblemException(
                    Problem.error(
                            ProblemCodes.DATABASE_UNREACHABLE,
                            "The DataSource that the program gave us has no connection: " + e.getMessage()
                                    + ". Check its settings, and that the database is up."),
                    e);
        }
    }

    private static String url(@Nullable String url) throws SQLException {
        if (url == null) {
            throw new SQLException("its driver doesn't say the URL of its connections");
        }
        return url;
    }
}

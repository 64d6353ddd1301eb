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
            throw refused(e);
        }
    }

    private static ProblemException refused(SQLException error) {
        String theirs = String.valueOf(error.getMessage());
        Secrets secrets = new Secrets(DatabaseAddress.of(theirs)); // it may quote the URL, which we don't know
        Problem problem = Problem.error(
                ProblemCodes.DATABASE_UNREACHABLE,
                "The DataSource that the program gave us has no connection: " + secrets.hiddenIn(theirs)
                        + ". Check its settings, and that the database is up.");
        return secrets.areShownBy(error) ? new ProblemException(problem) : new ProblemException(problem, error);
    }

    private static String url(@Nullable String url) throws SQLException {
        if (url == null) {
            throw new SQLException("its driver doesn't say the URL of its connections");
        }
        return url;
    }
}

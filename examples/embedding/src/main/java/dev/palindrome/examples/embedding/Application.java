package dev.palindrome.examples.embedding;

import dev.palindrome.application.Palindrome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/** Migrates its own database when it starts, works with it, and goes all the way back. Run it from the repository's root. */
public final class Application {
    private Application() {}

    /**
     * Runs the program.
     *
     * @param args the URL of an H2 database, or nothing for one in memory
     */
    public static void main(String[] args) throws SQLException {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(args.length > 0 ? args[0] : "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");

        // tag::embedding[]
        try (Palindrome palindrome = Palindrome.on(dataSource)
                .folder("shop", Path.of("examples/shop"))
                .build()) {
            System.out.println(palindrome.forwards("shop").orThrow().message()); // 9 migrations ran forwards
            System.out.println(productsIn(dataSource) + " products on sale");
            System.out.println(palindrome.backwards("shop", "all").orThrow().message()); // 6 migrations reversed
        }
        // end::embedding[]
    }

    private static int productsIn(JdbcDataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet count = connection.createStatement().executeQuery("SELECT count(*) FROM product")) {
            count.next();
            return count.getInt(1);
        }
    }
}

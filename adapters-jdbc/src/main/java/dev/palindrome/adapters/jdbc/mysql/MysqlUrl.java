package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.DriverJar;
import java.util.List;
import java.util.Locale;

/** Which of the two drivers a URL is meant for. Either of them speaks to both servers. */
final class MysqlUrl {
    private static final String MARIADB = "jdbc:mariadb:";
    private static final List<String> MYSQL = List.of("jdbc:mysql:", "jdbc:mysql+srv:");

    private static final DriverJar MARIADB_DRIVER =
            new DriverJar("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client");
    private static final DriverJar MYSQL_DRIVER =
            new DriverJar("com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j");

    private MysqlUrl() {}

    static boolean isServed(String url) {
        return url.startsWith(MARIADB) || MYSQL.stream().anyMatch(url::startsWith);
    }

    /** MariaDB's driver takes MySQL's URLs too if they say that it may. */
    static DriverJar driver(String url) {
        return url.startsWith(MARIADB) || url.toLowerCase(Locale.ROOT).contains("permitmysqlscheme")
                ? MARIADB_DRIVER
                : MYSQL_DRIVER;
    }
}

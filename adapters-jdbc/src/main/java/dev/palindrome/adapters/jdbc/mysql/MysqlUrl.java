package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.DriverJar;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which of the two drivers a URL is meant for, each of which speaks to both servers; and, where it names several servers, which
 * of them a session stays with.
 */
final class MysqlUrl {
    private static final String MARIADB = "jdbc:mariadb:";
    private static final List<String> MYSQL = List.of("jdbc:mysql:", "jdbc:mysql+srv:");

    private static final DriverJar MARIADB_DRIVER =
            new DriverJar("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client");
    private static final DriverJar MYSQL_DRIVER =
            new DriverJar("com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j");

    /** How MariaDB's driver changes servers: {@code jdbc:mariadb:sequential://…} (its documentation, "Failover and load balancing"). */
    private static final Pattern MARIADB_MODE = Pattern.compile("(?<=^jdbc:mariadb:)[a-z-]+:(?=//)");

    /** What stands behind the first server, which of MariaDB's replication is the primary one. */
    private static final Pattern OTHERS = Pattern.compile("(?<=//)([^,/?]*)(,[^/?]*)");

    /** MySQL's driver asks another server at each transaction. */
    private static final Pattern MYSQL_MODE = Pattern.compile("(?<=^jdbc:mysql(\\+srv)?:)loadbalance:(?=//)");

    private MysqlUrl() {}

    /**
     * A lock, a transaction and what is set are one server's. So no driver may go on with another one behind our back.
     *
     * @return the URL by which a session stays with the first server that answers; with the first of MariaDB's replication
     */
    static String pinned(String url) {
        boolean isReplicated = url.startsWith(MARIADB + "replication:");
        String first = isReplicated ? OTHERS.matcher(url).replaceFirst("$1") : url;
        return MYSQL_MODE.matcher(MARIADB_MODE.matcher(first).replaceFirst("")).replaceFirst("");
    }

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

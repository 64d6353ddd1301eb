package dev.palindrome.application.clusters;

import dev.palindrome.adapters.jdbc.mysql.MysqlAdapter;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Session;
import dev.palindrome.testkit.TestDatabase;
import java.time.Duration;
import java.util.Set;

/** One node of the cluster, for the contracts. */
final class FirstNode implements TestDatabase {
    @Override
    public DatabaseAdapter adapter() {
        return new MysqlAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        GaleraCluster cluster = GaleraCluster.running();
        cluster.rows(
                        0,
                        "SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN"
                                + " ('mysql', 'information_schema', 'performance_schema', 'sys')"
                                + " AND schema_name NOT LIKE 'test%'")
                .forEach(name -> cluster.run(0, "DROP DATABASE `" + name + "`")); // which an earlier test made
        return DatabaseAddress.of(cluster.node(0).url(cluster.freshDatabase()));
    }

    /** It has no types of their own for enums, and no indexes on some rows or on expressions. */
    @Override
    public Set<String> unsupported() {
        return Set.of(
                "create-partial-index",
                "create-expression-index",
                "create-enum-type",
                "drop-enum-type",
                "add-enum-value");
    }

    /** Each definition waits for all nodes. */
    @Override
    public int sequences() {
        return Math.max(1, TestDatabase.super.sequences() / 10);
    }

    /** Another runner takes the lease, as if the pulse had stopped, and gives it up. */
    @Override
    public boolean loseLock(Session holder, Session other) {
        other.execute("UPDATE palindrome_lease SET token = token + 1, holder = ''");
        return true;
    }

    /** Whoever comes next waits each time until the lease is over. */
    @Override
    public int interruptions() {
        return 20;
    }

    @Override
    public Duration lockLeftBehind() {
        return Duration.ofSeconds(10);
    }
}

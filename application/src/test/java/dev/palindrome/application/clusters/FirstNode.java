package dev.palindrome.application.clusters;

import dev.palindrome.adapters.jdbc.mysql.MysqlAdapter;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.testkit.TestDatabase;
import java.time.Duration;

/** One node of the cluster, for the contracts. */
final class FirstNode implements TestDatabase {
    @Override
    public DatabaseAdapter adapter() {
        return new MysqlAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        GaleraCluster cluster = GaleraCluster.running();
        cluster.run(0, "DROP DATABASE IF EXISTS `Else where`"); // which an earlier test made
        return DatabaseAddress.of(cluster.node(0).url(cluster.freshDatabase()));
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

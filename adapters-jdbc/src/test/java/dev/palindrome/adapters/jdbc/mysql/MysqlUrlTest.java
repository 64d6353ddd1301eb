package dev.palindrome.adapters.jdbc.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MysqlUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "jdbc:mariadb://a,b/shop -> jdbc:mariadb://a,b/shop",
                "jdbc:mariadb:sequential://a:1,b:2/shop?user=x -> jdbc:mariadb://a:1,b:2/shop?user=x",
                "jdbc:mariadb:loadbalance://a,b/ -> jdbc:mariadb://a,b/",
                "jdbc:mariadb:load-balance-read://a,b -> jdbc:mariadb://a,b",
                "jdbc:mariadb:replication://a,b,c/shop -> jdbc:mariadb://a/shop",
                "jdbc:mariadb:replication://address=(host=a)(type=primary),address=(host=b)(type=replica)/s?x=1,2"
                        + " -> jdbc:mariadb://address=(host=a)(type=primary)/s?x=1,2",
                "jdbc:mysql:loadbalance://a,b/shop -> jdbc:mysql://a,b/shop",
                "jdbc:mysql+srv:loadbalance://a/shop -> jdbc:mysql+srv://a/shop",
                "jdbc:mysql://a,b/loadbalance:// -> jdbc:mysql://a,b/loadbalance://",
                "jdbc:mysql:replication://a,b/shop -> jdbc:mysql:replication://a,b/shop"
            })
    void a_session_stays_with_one_server(String written, String used) {
        assertThat(MysqlUrl.pinned(written)).isEqualTo(used);
    }
}

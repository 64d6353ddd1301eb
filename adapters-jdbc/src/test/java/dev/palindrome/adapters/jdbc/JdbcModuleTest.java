package dev.palindrome.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Module;
import dev.palindrome.spi.DataSourceResolver;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.ProblemException;
import java.util.ServiceLoader;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

final class JdbcModuleTest {
    private final DataSourceResolver resolver =
            Guice.createInjector(new JdbcModule()).getInstance(DataSourceResolver.class);

    @Test
    void it_enters_by_the_door_for_modules() {
        assertThat(ServiceLoader.load(Module.class)).hasAtLeastOneElementOfType(JdbcModule.class);
    }

    @Test
    void the_adapters_enter_by_the_door_for_everybodys() {
        assertThat(ServiceLoader.load(DatabaseAdapter.class))
                .extracting(DatabaseAdapter::name)
                .contains("h2", "mysql", "postgresql", "sqlite");
    }

    @Test
    void a_data_source_is_asked_for_its_url_and_gets_its_connection_back() throws Exception {
        try (LendingDataSource pool = new LendingDataSource("jdbc:h2:mem:resolved", 1)) {
            assertThat(resolver.resolve(pool)).isEqualTo(DatabaseAddress.of(pool, "jdbc:h2:mem:resolved"));
            assertThat(pool.isComplete()).isTrue();
        }
    }

    @Test
    void a_data_source_without_a_connection_is_a_clear_error() {
        JdbcDataSource broken = new JdbcDataSource();
        broken.setURL("jdbc:h2:nowhere;PASSWORD=s3cret"); // which the driver quotes, since it is relative

        assertThatThrownBy(() -> resolver.resolve(broken))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "[database/unreachable] The DataSource that the program gave us has no connection:")
                .hasMessageNotContaining("s3cret");
    }
}

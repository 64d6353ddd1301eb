package dev.palindrome.adapters.jdbc;

import com.google.inject.AbstractModule;
import dev.palindrome.spi.DataSourceResolver;

/**
 * What the application gets from this module besides the adapters themselves, which it finds as it finds everybody's: through
 * {@code META-INF/services/dev.palindrome.spi.DatabaseAdapter}. Named in {@code META-INF/services/com.google.inject.Module}.
 */
public final class JdbcModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DataSourceResolver.class).to(MetadataResolver.class);
    }
}

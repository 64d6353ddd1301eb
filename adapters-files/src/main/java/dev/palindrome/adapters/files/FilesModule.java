package dev.palindrome.adapters.files;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.palindrome.spi.MigrationFormat;

/** Adds the formats of this module to the engine's. Found with ServiceLoader; nobody else needs its name. */
public final class FilesModule extends AbstractModule {

    /** For ServiceLoader. */
    public FilesModule() {}

    @Override
    protected void configure() {
        Multibinder<MigrationFormat> formats = Multibinder.newSetBinder(binder(), MigrationFormat.class);
        formats.addBinding().toInstance(new PalindromeFormat());
        formats.addBinding().toInstance(new GolangMigrateFormat());
    }
}

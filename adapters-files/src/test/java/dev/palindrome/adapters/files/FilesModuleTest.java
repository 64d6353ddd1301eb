package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import dev.palindrome.spi.MigrationFormat;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilesModuleTest {

    @Test
    void the_service_loader_finds_the_module_and_the_module_binds_all_formats() {
        Module module = ServiceLoader.load(Module.class).stream()
                .filter(provider -> provider.type().equals(FilesModule.class))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
        Set<MigrationFormat> formats =
                Guice.createInjector(module).getInstance(Key.get(new TypeLiteral<Set<MigrationFormat>>() {}));
        assertThat(formats).map(MigrationFormat::name).containsExactlyInAnyOrder("palindrome", "golang-migrate");
    }
}

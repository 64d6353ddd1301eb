package dev.palindrome.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.ProblemException;
import org.junit.jupiter.api.Test;

final class DriverJarTest {

    @Test
    void a_driver_on_the_class_path_is_made() {
        assertThat(new DriverJar("org.h2.Driver", "com.h2database:h2").load(null))
                .isInstanceOf(org.h2.Driver.class);
    }

    @Test
    void a_missing_driver_is_named_with_its_jar_and_the_place_for_it() {
        assertThatThrownBy(() -> new DriverJar("org.example.Driver", "org.example:driver").load(null))
                .isInstanceOf(ProblemException.class)
                .hasMessage("[database/unreachable] The database's driver is missing: there is no class"
                        + " 'org.example.Driver' on the class path. Put the jar of 'org.example:driver' into the folder"
                        + " adapters/, or add it to the program's dependencies.");
    }
}

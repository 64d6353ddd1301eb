package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.MigrationFormat;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void the_service_loader_finds_every_format() {
        assertThat(ServiceLoader.load(MigrationFormat.class))
                .map(MigrationFormat::name)
                .contains("palindrome", "golang-migrate", "goose", "dbmate", "diesel", "play", "liquibase", "sqitch");
    }
}

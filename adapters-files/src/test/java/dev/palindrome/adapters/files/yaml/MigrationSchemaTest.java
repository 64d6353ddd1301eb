package dev.palindrome.adapters.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrationSchemaTest {
    private static final Path PUBLISHED = Path.of(
            "src/main/resources", MigrationSchema.class.getPackageName().replace('.', '/'), MigrationSchema.FILE_NAME);

    /** {@code -Dgolden=write} writes the file anew; look at the difference before you commit it. */
    @Test
    void what_is_published_is_what_the_reader_reads() throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        String made = new ObjectMapper()
                        .writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter))
                        .writeValueAsString(MigrationSchema.made())
                        .replace("\" : ", "\": ")
                + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, made);
        }
        assertThat(Files.readString(PUBLISHED)).isEqualTo(made);
    }
}

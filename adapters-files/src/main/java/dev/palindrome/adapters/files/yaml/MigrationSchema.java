package dev.palindrome.adapters.files.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The JSON Schema of a migration, by which editors complete and check it. It is made of what the reader reads by, and kept as
 * a file beside this class: the distribution publishes that, and a test compares the two.
 */
public final class MigrationSchema {
    /** The name of the file, wherever it is put. */
    public static final String FILE_NAME = "migration.schema.json";

    private MigrationSchema() {}

    /** {@return the schema as it is published} */
    public static String text() {
        try (InputStream stream = Objects.requireNonNull(MigrationSchema.class.getResourceAsStream(FILE_NAME))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // our own jar
        }
    }

    /** {@return the schema as the reader's shapes have it, as a JSON object} */
    static Map<String, Object> made() {
        Definitions definitions = new Definitions();
        Map<String, Object> schema = Definitions.object(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "title",
                "A Palindrome migration",
                "description",
                "a migration of typed operations: what takes it back is derived from them and from the database");
        schema.putAll(new RecordShape(Document.class, "A migration", new Shapes()).mapSchema(definitions));
        // Only what is never run may do without operations.
        schema.put(
                "anyOf",
                List.of(
                        Definitions.object(
                                "properties",
                                Definitions.object("operations", Definitions.object("minItems", 1)),
                                "required",
                                List.of("operations")),
                        Definitions.object(
                                "properties",
                                Definitions.object("fake", Definitions.object("const", true)),
                                "required",
                                List.of("fake"))));
        schema.put("$defs", definitions.byName());
        return schema;
    }
}

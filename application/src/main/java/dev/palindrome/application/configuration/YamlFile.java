package dev.palindrome.application.configuration;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.NearestName;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a YAML file into a record. Every mistake in it is an error with its line, and the nearest name that exists. */
public final class YamlFile {
    private static final ObjectMapper MAPPER = new ObjectMapper(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));

    private YamlFile() {}

    /**
     * Reads the file.
     *
     * @return what it says; null if it is empty
     * @throws ProblemException with {@code configuration/invalid} or {@code configuration/missing}
     */
    public static <T> @Nullable T read(Path file, Class<T> type) {
        try {
            String text = Files.readString(file);
            return text.isBlank() ? null : MAPPER.readValue(text, type);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            String nearest = NearestName.of(e.getPropertyName(), known)
                    .map(name -> "Did you mean '" + name + "'?")
                    .orElse("There is: " + String.join(", ", known) + ".");
            throw invalid(file, e, "There is no property '" + e.getPropertyName() + "'. " + nearest);
        } catch (InvalidNullException e) {
            String list = e.getPropertyName() == null
                    ? "A list"
                    : "The list '" + e.getPropertyName().getSimpleName() + "'";
            throw invalid(file, e, list + " has an entry without anything in it. Fill it, or take it away.");
        } catch (JsonProcessingException e) {
            throw invalid(file, e, e.getOriginalMessage() + ". Mend the file.");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            ConfigurationCodes.CONFIGURATION_MISSING,
                            "The file '" + file + "' can't be read (" + e + "). Check its name."),
                    e);
        }
    }

    private static ProblemException invalid(Path file, JsonProcessingException e, String message) {
        JsonLocation place = e.getLocation();
        int line = place == null ? 0 : Math.max(0, place.getLineNr());
        return new ProblemException(
                Problem.error(ConfigurationCodes.CONFIGURATION_INVALID, message)
                        .at(new Location(file.toString(), line)),
                e);
    }
}

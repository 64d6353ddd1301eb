package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.Location;
import java.util.Map;

/**
 * An entry of a changelog in XML, YAML or JSON: an include, a property, a changeset and so on.
 *
 * @param name what it is, as written
 * @param attributes what it says, as far as that is simple
 * @param place where it stands
 */
record ChangelogEntry(String name, Map<String, String> attributes, Location place) {

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }
}

package dev.palindrome.adapters.files.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The parts of a JSON Schema that have a name. */
final class Definitions {
    private final Map<String, Object> byName = new TreeMap<>();

    /** {@return a reference to a part, which is described the first time} */
    Map<String, Object> reference(String name, Supplier<Map<String, Object>> description) {
        if (!byName.containsKey(name)) {
            byName.put(name, Map.of()); // described from here on, also for itself
            byName.put(name, description.get());
        }
        return object("$ref", "#/$defs/" + name);
    }

    Map<String, Object> byName() {
        return byName;
    }

    /** {@return a JSON object of names and values in turn, in this order} */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}

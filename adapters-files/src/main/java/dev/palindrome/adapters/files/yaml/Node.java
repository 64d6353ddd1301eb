package dev.palindrome.adapters.files.yaml;

import java.util.List;
import java.util.Optional;

/** A value as it stands in a YAML text. */
sealed interface Node permits Scalar, Node.Items, Node.Entries {

    /** {@return where it begins} */
    Mark mark();

    /** {@return what it is, for errors} */
    String words();

    /** {@return the line of its first line of content} */
    default int contentLine() {
        return mark().line();
    }

    /** {@return the scalar that it is, if it is one} */
    default Optional<Scalar> scalar() {
        return Optional.empty();
    }

    /** {@return the items of the list that it is, if it is one} */
    default Optional<List<Node>> items() {
        return Optional.empty();
    }

    /** {@return the entries of the map that it is, if it is one} */
    default Optional<List<Entry>> entries() {
        return Optional.empty();
    }

    /** A list. */
    record Items(Mark mark, List<Node> nodes) implements Node {
        @Override
        public String words() {
            return nodes.isEmpty() ? "an empty list" : "a list";
        }

        @Override
        public Optional<List<Node>> items() {
            return Optional.of(nodes);
        }
    }

    /** A map; no key occurs twice. */
    record Entries(Mark mark, List<Entry> list) implements Node {
        @Override
        public String words() {
            return list.isEmpty()
                    ? "an empty map"
                    : "a map with '" + list.get(0).key() + "'";
        }

        @Override
        public Optional<List<Entry>> entries() {
            return Optional.of(list);
        }
    }

    /**
     * A key with its value.
     *
     * @param mark where the key stands
     */
    record Entry(Mark mark, String key, Node value) {

        static Optional<Entry> of(List<Entry> entries, String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }
    }
}

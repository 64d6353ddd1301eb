package dev.palindrome.adapters.files.yaml;

import dev.palindrome.adapters.files.yaml.Node.Entry;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads migrations in YAML: the door of this package. */
public final class YamlReader {
    private static final Mark TOP = new Mark(1, 1);

    private final String appName;
    private final RecordShape document = new RecordShape(Document.class, "A migration", new Shapes());

    /**
     * A reader for the files of an app.
     *
     * @param appName what ids without an app depend on
     */
    public YamlReader(String appName) {
        this.appName = appName;
    }

    /**
     * Reads one file.
     *
     * @param text its text
     * @param source its name, for places
     * @return what it says, and what is wrong with it
     */
    public YamlMigration read(String text, String source) {
        Findings findings = new Findings(source);
        Optional<Node> root = NodeReader.read(text, findings);
        List<Entry> entries = root.flatMap(Node::entries).orElse(List.of());
        Optional<Document> read = root.flatMap(node -> document.read(withoutEmptyList(node), "The file", findings))
                .map(Document.class::cast);
        Optional<String> description = read.flatMap(Document::description).map(String::strip);
        description
                .filter(YamlReader::hasControls)
                .ifPresent(d -> findings.add(
                        mark(entries, "description"),
                        "The description has a line break or another control character. Write one line."));
        List<MigrationRef> dependsOn =
                dependsOn(entries, read.map(Document::dependsOn).orElse(List.of()), findings);
        boolean isSound = findings.count() == 0;
        return new YamlMigration(
                id(entries),
                findings.at(mark(entries, "id").line()),
                description.map(YamlReader::composed),
                dependsOn,
                read.filter(Document::fake).isPresent(),
                read.flatMap(Document::transaction).isEmpty(),
                read.filter(d -> isSound).map(Document::operations).orElse(List.of()),
                findings.at(mark(entries, "operations").line()),
                findings.problems());
    }

    /** Under {@code operations:} there may be comments alone, as in a draft. That is no mistake of form. */
    private static Node withoutEmptyList(Node root) {
        return root.entries()
                .<Node>map(entries -> new Node.Entries(
                        root.mark(),
                        entries.stream()
                                .filter(entry -> !entry.key().equals("operations")
                                        || entry.value()
                                                .scalar()
                                                .filter(Scalar::isNull)
                                                .isEmpty())
                                .toList()))
                .orElse(root);
    }

    /** Read by itself, so that a file is known by its id whatever else is wrong with it. */
    private static Optional<String> id(List<Entry> entries) {
        return Entry.of(entries, "id")
                .flatMap(entry -> entry.value().scalar())
                .filter(scalar -> !scalar.isNull() && !scalar.text().isBlank())
                .map(scalar -> composed(scalar.text()));
    }

    private List<MigrationRef> dependsOn(List<Entry> entries, List<String> written, Findings findings) {
        List<Node> nodes = Entry.of(entries, "dependsOn")
                .flatMap(entry -> entry.value().items())
                .orElse(List.of());
        List<MigrationRef> references = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String reference = composed(written.get(i).strip());
            try {
                references.add(
                        reference.indexOf(':') < 0
                                ? new MigrationRef(appName, new MigrationId(reference))
                                : MigrationRef.parse(reference));
            } catch (IllegalArgumentException e) {
                findings.add(
                        nodes.get(i).mark(),
                        "'" + reference + "' names no migration (" + e.getMessage()
                                + "). Write the id of one of this app, or app:id.");
            }
        }
        return references;
    }

    private static Mark mark(List<Entry> entries, String name) {
        return Entry.of(entries, name).map(Entry::mark).orElse(TOP);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}

package dev.palindrome.testkit;

import static java.util.stream.Collectors.joining;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.DatabaseAdapter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What the contracts have proven of one adapter, capability by capability and topic by topic. */
final class Report {
    private static final String OPERATIONS = Contract.topic(OperationContract.class);

    private final TestDatabase database;
    private final Queue<Proof> proofs = new ConcurrentLinkedQueue<>();

    Report(TestDatabase database) {
        this.database = database;
    }

    void note(Proof proof) {
        proofs.add(proof);
    }

    String text() {
        DatabaseAdapter adapter = database.adapter();
        StringBuilder text = new StringBuilder("What the testkit has seen of the adapter '" + adapter.name() + "'"
                + adapter.version().map(version -> " " + version).orElse("") + "\n\nCapabilities\n");
        for (Capability capability : Capability.values()) {
            text.append(line(capability, adapter.capabilities().contains(capability)));
        }
        text.append("\nContracts\n");
        new TreeMap<>(proofs.stream().collect(Collectors.groupingBy(Proof::topic)))
                .forEach((topic, ofTopic) -> text.append(line(topic, ofTopic)));
        return text.append("\nOperations\n").append(operations()).toString();
    }

    /** What was declared of them is worth nothing until the contract has run. */
    private String operations() {
        boolean areTried = proofs.stream().anyMatch(proof -> proof.topic().equals(OPERATIONS));
        return areTried
                ? listed("declared unsupported, and refused", database.unsupported())
                        + listed("declared irreversible, and said so", database.irreversible())
                : "  not tried\n";
    }

    private String line(Capability capability, boolean claimed) {
        List<Proof> about =
                proofs.stream().filter(proof -> proof.isAbout(capability)).toList();
        String verdict = about.isEmpty()
                ? (claimed ? "CLAIMED, NOT PROVEN" : "denied, not tried")
                : about.stream().allMatch(Proof::passed) ? (claimed ? "proven" : "denied, refusal seen") : "FAILED";
        return String.format("  %-20s %-21s %9s   %s\n", capability, verdict, counted(about), capability.meaning());
    }

    private static String line(String topic, List<Proof> ofTopic) {
        Map<String, List<Proof>> byTest = new TreeMap<>(ofTopic.stream().collect(Collectors.groupingBy(Proof::test)));
        return byTest.entrySet().stream()
                .map(entry -> String.format(
                        "  %-20s %9s   %s%s\n",
                        topic, counted(entry.getValue()), entry.getKey(), failures(entry.getValue())))
                .collect(joining());
    }

    private static String failures(List<Proof> proofs) {
        long failed = proofs.stream().filter(proof -> !proof.passed()).count();
        return failed == 0 ? "" : ", of which " + failed + " FAILED";
    }

    private static String counted(Collection<Proof> proofs) {
        return proofs.size() == 1 ? "1 test" : proofs.size() + " tests";
    }

    private static String listed(String words, Collection<String> names) {
        return "  " + words + ": " + (names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names))) + "\n";
    }
}

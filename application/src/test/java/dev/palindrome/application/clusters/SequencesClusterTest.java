package dev.palindrome.application.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.TestPack;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sequence by operations: every node gives out its numbers, and it comes back where it was. */
final class SequencesClusterTest {
    @TempDir
    private Path folder;

    private final GaleraCluster cluster = GaleraCluster.running();
    private final String database = cluster.freshDatabase();

    @Test
    void a_sequence_is_used_on_each_node_and_goes_on_when_its_removal_is_taken_back() {
        new TestPack(folder)
                .file(
                        "1__made.yaml",
                        "operations:\n  - createSequence: {sequence: number, startWith: 7, incrementBy: 3}\n")
                .file("2__gone.yaml", "operations:\n  - dropSequence: {sequence: number}\n");
        try (Palindrome palindrome = Palindrome.on(cluster.node(0).url(database))
                .folder("shop", folder)
                .build()) {
            assertThat(palindrome.forwards("shop", "1").success()).isTrue();
            assertThat(oneOfEachNode()).containsExactly("7", "10", "13");

            assertThat(palindrome.forwards("shop").success()).isTrue();
            assertThat(palindrome.backwards("shop").success()).isTrue();
            assertThat(oneOfEachNode()).containsExactly("16", "19", "22");
        }
    }

    private List<String> oneOfEachNode() {
        return IntStream.range(0, GaleraCluster.NODES)
                .mapToObj(node -> cluster.rows(node, "SELECT NEXTVAL(" + database + ".number)")
                        .get(0))
                .toList();
    }
}

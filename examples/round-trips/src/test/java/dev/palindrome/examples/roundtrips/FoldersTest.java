package dev.palindrome.examples.roundtrips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.discovery.FolderPack;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.testkit.PalindromeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder goes there and back by one line, as a pack in Java does. */
class FoldersTest {

    @PalindromeTest(pack = Geo.class)
    void each_pair_of_files_goes_there_and_back() {}

    @PalindromeTest(pack = Crew.class)
    void each_file_of_operations_goes_there_and_back() {}

    @Test
    void a_folder_that_can_not_be_read_says_all_that_is_wrong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1__a.yaml"), "operation: []\n");
        Files.writeString(folder.resolve("2__b.yaml"), "operations: [{dropTabel: {table: b}}]\n");

        assertThatThrownBy(() -> new FolderPack("broken", folder))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problems()).hasSizeGreaterThan(1));
    }

    static final class Geo extends FolderPack {
        Geo() {
            super("geo", Examples.folder("geo"));
        }
    }

    static final class Crew extends FolderPack {
        Crew() {
            super("crew", Examples.folder("crew"));
        }
    }
}

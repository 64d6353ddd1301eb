package dev.palindrome.adapters.jdbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.jdbc.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The file that we see in a URL is the one that the driver opens. */
final class SqliteUrlTest {

    @TestFactory
    Stream<DynamicTest> it_names_the_file_that_the_driver_opens() throws IOException {
        Path folder = TestFolders.fresh().toRealPath();
        Path relative = Path.of("").toAbsolutePath().toRealPath().relativize(folder);
        return Stream.of(
                        folder + "/a.db",
                        relative + "/b.db",
                        folder + "/c d%20+.db",
                        folder + "/e.db?foreign_keys=on",
                        "file:" + folder + "/f.db",
                        "file:" + relative + "/g.db?cache=private",
                        "file:" + folder + "/h%20i+.db?foreign_keys=on",
                        "file://" + folder + "/j.db",
                        "file:" + folder + "/m100%.db",
                        "file:" + folder + "/n%zz%2",
                        "file://localhost" + folder + "/k.db",
                        relative + "/../" + folder.getFileName() + "/l.db")
                .map(name -> DynamicTest.dynamicTest(name.replace(folder.toString(), "…"), () -> {
                    String url = "jdbc:sqlite:" + name;
                    Path before = SqliteUrl.file(url).orElseThrow();
                    assertThat(before).doesNotExist();
                    try (Connection connection = DriverManager.getConnection(url);
                            Statement statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE t (a)");
                    }
                    assertThat(before).exists();
                    assertThat(SqliteUrl.file(url)).contains(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_in_memory_has_no_file() {
        return Stream.of(
                        "",
                        ":memory:",
                        ":memory:?cache=shared",
                        "file::memory:",
                        "file:x?mode=memory&cache=shared",
                        "file:")
                .map(name -> DynamicTest.dynamicTest(
                        "'" + name + "'",
                        () -> assertThat(SqliteUrl.file("jdbc:sqlite:" + name)).isEmpty()));
    }

    @Test
    void a_link_leads_to_the_file_itself() throws IOException {
        Path folder = TestFolders.fresh();
        Path file = Files.createFile(folder.resolve("real.db"));
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);

        assertThat(SqliteUrl.file("jdbc:sqlite:" + link)).isEqualTo(SqliteUrl.file("jdbc:sqlite:" + file));
    }
}

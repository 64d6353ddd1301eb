package dev.palindrome.adapters.jdbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.adapters.jdbc.TestFolders;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SideFileLockTest {
    private final Path folder = TestFolders.fresh();
    private final Path database = folder.resolve("shop.db");
    private final Path sideFile = folder.resolve("shop.db-palindrome-lock");
    private final SideFileLock lock = new SideFileLock(database, HistoryTable.DEFAULT);

    @Test
    void the_side_file_says_who_has_the_lock_and_goes_with_it() {
        try (Lock held = Sql.lock(lock.tryFor("anna@laptop"))) {
            assertThat(sideFile).as(held.holder()).content().startsWith("anna@laptop\n");
            assertThat(lock.tryFor("bert")).isEqualTo(new LockAttempt.HeldBy("anna@laptop"));
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_a_dead_holder_left_is_no_lock() throws IOException {
        Files.writeString(sideFile, "somebody who was killed, and whose name was much longer than the next one's\n");

        try (Lock held = Sql.lock(lock.tryFor("anna"))) {
            assertThat(sideFile)
                    .as(held.holder())
                    .content()
                    .startsWith("anna\n")
                    .doesNotContain("killed");
        }
        assertThat(sideFile).doesNotExist();
    }

    @Test
    void the_database_itself_is_not_touched() {
        Sql.lock(lock.tryFor("anna")).close();

        assertThat(database).doesNotExist();
    }

    @Test
    void another_history_in_the_same_database_has_another_lock() {
        SideFileLock other = new SideFileLock(database, new HistoryTable(Optional.empty(), "my/history*"));
        try (Lock held = Sql.lock(lock.tryFor("anna"));
                Lock second = Sql.lock(other.tryFor("bert"))) {
            assertThat(folder.toFile().list())
                    .as(held.holder() + second.holder())
                    .containsExactlyInAnyOrder("shop.db-palindrome-lock", "shop.db-palindrome-lock-my%2Fhistory%2A");
        }
    }

    @Test
    void a_history_that_is_the_same_to_sqlite_has_the_same_lock() {
        SideFileLock same = new SideFileLock(database, new HistoryTable(Optional.empty(), "Palindrome_History"));
        try (Lock held = Sql.lock(lock.tryFor("anna"))) {
            assertThat(same.tryFor("bert")).isEqualTo(new LockAttempt.HeldBy(held.holder()));
        }
    }

    @Test
    void one_who_stops_while_looking_hides_nobody_from_the_next() throws IOException {
        Files.writeString(sideFile, "somebody who was killed\n" + UUID.randomUUID() + "\n");
        try (Looker stopped = new Looker(sideFile)) {
            assertThat(stopped.sees()).isEqualTo("nobody");
            try (Lock held = Sql.lock(lock.tryFor("anna"));
                    Looker next = new Looker(sideFile)) {
                assertThat(next.sees()).isEqualTo(held.holder());
            }
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_clear_error() throws IOException {
        Files.createDirectory(sideFile);

        assertThatThrownBy(() -> lock.tryFor("anna"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The lock file '" + sideFile + "' can't be written")
                .hasMessageContaining("Give this user the right to write into the database's folder.");
        Files.delete(sideFile);
        Sql.lock(lock.tryFor("anna")).close();
    }
}

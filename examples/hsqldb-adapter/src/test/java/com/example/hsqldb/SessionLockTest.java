package com.example.hsqldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionLockTest {
    private static final String URL = "jdbc:hsqldb:mem:of-several-users";

    @Test
    void who_cannot_see_other_sessions_gets_no_lock() {
        try (Database database = new HsqldbAdapter().connect(DatabaseAddress.of(URL));
                Session administrator = database.openSession()) {
            administrator.execute("CREATE USER eve PASSWORD 'e'");
        }
        DatabaseAddress eves = new DatabaseAddress(URL, Optional.of("EVE"), Optional.of("e"), Optional.empty());
        try (Database database = new HsqldbAdapter().connect(eves);
                Session session = database.openSession()) {
            assertThatThrownBy(() -> database.tryLock(session, new LockRequest(HistoryTable.DEFAULT, "eve")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCodes.DATABASE_LOGIN));
        }
    }
}

package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenarioTest {

    /** Whoever adds one here should know it, and so should whoever reads this. */
    @Test
    void what_a_database_cannot_have_is_this_and_nothing_else() {
        assertThat(Scenario.impossible())
                .containsExactly(
                        "the disk full half-way: not on postgresql, since its server writes the files: see 'read-only half-way'",
                        "the disk full half-way: not on mariadb, since its server writes the files: see 'read-only half-way'",
                        "read-only half-way: not on sqlite, since nobody can make a file so for one who has it open: see 'the disk full half-way'",
                        "read-only half-way: not on h2, since nobody can make a file so for one who has it open: see 'the disk full half-way'",
                        "the answer to a commit lost: not on sqlite, since there is no wire",
                        "the wire cut anywhere: not on sqlite, since there is no wire",
                        "the server killed and restarted: not on sqlite, since there is no server",
                        "the server killed within a statement: not on sqlite, since there is no server");
    }
}

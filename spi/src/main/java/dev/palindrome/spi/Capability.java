package dev.palindrome.spi;

/**
 * Something that a database can or can't do. An adapter declares each once; the testkit proves those that are claimed and
 * asserts the refusal of those that aren't.
 *
 * @since 0.1
 */
public enum Capability {
    /** A migration of tables and rows is rolled back whole when a statement in it fails. */
    TRANSACTIONAL_DDL("a migration and its history entry commit or roll back as one"),
    /** The history table can stand in a schema of its own. */
    SCHEMAS("the history table can have a schema"),
    /** Several processes can have the database open, and the lock holds between them. */
    SHARED_DATABASE("runners in several processes wait for one another");

    private final String meaning;

    Capability(String meaning) {
        this.meaning = meaning;
    }

    /** {@return what it means for users, as half a sentence} */
    public String meaning() {
        return meaning;
    }
}

package dev.palindrome.adapters.files.yaml;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.Property;
import java.util.List;
import java.util.Optional;

/** A migration's file as it is written. */
@Property("a migration")
record Document(
        @Property(
                value = "its id, unique in its app; by default the name of the file up to the first two low lines",
                bare = true)
        Optional<String> id,

        @Property(value = "one line for people; by default what follows the id in the name of the file", bare = true)
        Optional<String> description,

        @Property(value = "migrations that must have run before: ids of this app, or app:id", bare = true)
        List<String> dependsOn,

        @Property("whether it is only ever recorded, never run")
        boolean fake,

        @Property("none: each statement runs by itself; by default each direction is one transaction")
        Optional<Transaction> transaction,

        @Property("what it does, in order; what takes it back is derived from that")
        List<Operation> operations) {

    /** What a migration can say of its transaction. */
    enum Transaction {
        NONE
    }
}

package dev.palindrome.testkit;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;

/** The adapter to be proved, and databases to prove it on. Implemented once per kind of database; called by the contracts. */
public interface TestDatabase {

    /** {@return the adapter under test, constructed as ServiceLoader would} */
    DatabaseAdapter adapter();

    /** {@return the address of a database without a table, another one at each call; several sessions must see one database} */
    DatabaseAddress freshAddress();
}

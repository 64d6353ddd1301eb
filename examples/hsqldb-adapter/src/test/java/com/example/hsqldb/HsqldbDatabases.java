package com.example.hsqldb;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.testkit.TestDatabase;
import java.util.Set;
import java.util.function.Supplier;

/** The places where HSQLDB can have a database, and how it wants to be spoken to. */
record HsqldbDatabases(Supplier<String> urls) implements TestDatabase {

    @Override
    public DatabaseAdapter adapter() {
        return new HsqldbAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of(urls.get());
    }

    /** HSQLDB keeps to the standard: there is no SELECT without FROM. */
    @Override
    public Statement select(String expression, String column) {
        return Statement.of("SELECT " + expression + " AS " + column + " FROM (VALUES (0))");
    }

    @Override
    public Statement beginning() {
        return Statement.of("START TRANSACTION", StatementKind.BEGIN, Location.of("script"));
    }

    /** HSQLDB loses a double quote within a name when it keeps the query of a view. */
    @Override
    public String oddName(String plain) {
        return "It's " + plain;
    }

    /** HSQLDB makes its information schema anew after each change, which takes long. */
    @Override
    public int sequences() {
        return Math.max(10, TestDatabase.super.sequences() / 10);
    }

    @Override
    public Set<String> unsupported() {
        return Set.of(
                "move-table",
                "create-partial-index",
                "create-expression-index",
                "create-enum-type",
                "drop-enum-type",
                "add-enum-value");
    }
}

package com.example.ignite;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import java.util.List;

/** An app of these migrations. */
record Pack(String appName, List<Migration> migrations) implements MigrationPack {
    Pack(String appName, Migration... migrations) {
        this(appName, List.of(migrations));
    }
}

package dev.palindrome.adapters.http;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import java.util.List;
import java.util.Set;

/** A pack made in a test. */
public record Pack(String appName, Set<String> dependsOn, List<Migration> migrations) implements MigrationPack {
    public static Pack of(String appName, Migration... migrations) {
        return new Pack(appName, Set.of(), List.of(migrations));
    }

    public Pack on(String... apps) {
        return new Pack(appName, Set.of(apps), migrations);
    }

    /** A migration that creates a table of its own name. */
    public static Migration table(String name) {
        return Migration.id(name)
                .description("the table " + name)
                .forwards("CREATE TABLE " + name + " (id int)")
                .backwards("DROP TABLE " + name)
                .build();
    }
}

package dev.palindrome.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One jar or folder that provides the migrations of an app. Authors implement it and name the class in
 * {@code META-INF/services/dev.palindrome.spi.MigrationPack}; it needs a public constructor without parameters.
 *
 * @since 0.1
 */
public interface MigrationPack {

    /** {@return the app's name: letters, digits, {@code . _ -}; not {@code all}} */
    String appName();

    /** {@return the apps that must go forwards before this one; empty if there are none} */
    default Set<String> dependsOn() {
        return Set.of();
    }

    /**
     * Lists the migrations. Called once per process, before anything is planned.
     *
     * @return all migrations in the order in which they go forwards; ids are unique
     */
    List<Migration> migrations();

    /** {@return the pack's version, by default the jar's {@code Implementation-Version}} */
    default Optional<String> version() {
        return Optional.ofNullable(getClass().getPackage().getImplementationVersion());
    }
}

package dev.palindrome.adapters.files;

import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the header lines of a file say.
 *
 * @param description instead of the one in the file's name
 * @param dependsOn migrations that must have run before
 * @param traits what else the migration says of itself
 */
record Header(Optional<String> description, List<MigrationRef> dependsOn, Set<Trait> traits) {

    boolean isFake() {
        return traits.contains(Trait.FAKE);
    }

    void applyTo(Migration.Builder builder) {
        description.ifPresent(builder::description);
        dependsOn.forEach(ref -> builder.dependsOn(ref.appName(), ref.id().value()));
        if (isFake()) {
            builder.fake();
        }
        if (traits.contains(Trait.WITHOUT_TRANSACTION)) {
            builder.withoutTransaction();
        }
    }

    enum Trait {
        FAKE,
        WITHOUT_TRANSACTION
    }
}

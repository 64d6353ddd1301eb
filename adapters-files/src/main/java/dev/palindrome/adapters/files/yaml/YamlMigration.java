package dev.palindrome.adapters.files.yaml;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a migration's YAML file says. Made by {@link YamlReader}.
 *
 * @param id the id that it gives itself, composed (NFC); empty if it leaves that to its name
 * @param idPlace where that stands
 * @param description instead of the one in the file's name
 * @param dependsOn migrations that must have run before
 * @param isFake whether it is only recorded
 * @param isTransactional whether each half may run in a transaction
 * @param operations what it does; empty if there are problems
 * @param operationsPlace where they stand, or should
 * @param problems all that is wrong with the file
 */
public record YamlMigration(
        Optional<String> id,
        Location idPlace,
        Optional<String> description,
        List<MigrationRef> dependsOn,
        boolean isFake,
        boolean isTransactional,
        List<Operation> operations,
        Location operationsPlace,
        List<Problem> problems) {

    /** Copies the lists. */
    public YamlMigration {
        dependsOn = List.copyOf(dependsOn);
        operations = List.copyOf(operations);
        problems = List.copyOf(problems);
    }
}

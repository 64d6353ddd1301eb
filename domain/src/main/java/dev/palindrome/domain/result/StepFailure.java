package dev.palindrome.domain.result;

import dev.palindrome.spi.Location;
import java.util.Optional;

/**
 * The statement at which a step failed.
 *
 * @param index which of the step's statements, counted from 1
 * @param text the statement
 * @param location where it was written
 * @param error the database's own message
 * @param kept what the database says that it could not roll back
 */
public record StepFailure(int index, String text, Location location, String error, Optional<String> kept) {

    /** A failure after which nothing stays that was to be rolled back. */
    public StepFailure(int index, String text, Location location, String error) {
        this(index, text, location, error, Optional.empty());
    }
}

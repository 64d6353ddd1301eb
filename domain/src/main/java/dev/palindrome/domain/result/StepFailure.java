package dev.palindrome.domain.result;

import dev.palindrome.spi.Location;

/**
 * The statement at which a step failed.
 *
 * @param index which of the step's statements, counted from 1
 * @param text the statement
 * @param location where it was written
 * @param error the database's own message
 */
public record StepFailure(int index, String text, Location location, String error) {}

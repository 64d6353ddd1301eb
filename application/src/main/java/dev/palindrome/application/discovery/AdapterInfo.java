package dev.palindrome.application.discovery;

import dev.palindrome.spi.Capability;
import java.util.Optional;
import java.util.Set;

/**
 * A database adapter that was found.
 *
 * @param name the database's name
 * @param origin the jar
 * @param version the jar's version, if it has one
 * @param capabilities what the database can do
 */
public record AdapterInfo(String name, String origin, Optional<String> version, Set<Capability> capabilities) {}

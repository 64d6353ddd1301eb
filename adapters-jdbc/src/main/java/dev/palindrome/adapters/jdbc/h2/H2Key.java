package dev.palindrome.adapters.jdbc.h2;

/**
 * An object's name as the catalogue has it.
 *
 * @param schema its schema
 * @param name its name in it
 */
record H2Key(String schema, String name) {}

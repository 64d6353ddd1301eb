package dev.palindrome.domain.schema;

import java.util.Optional;

/**
 * The schema before a plan and after it.
 *
 * @param planHash the plan's hash
 * @param before the schema as it is
 * @param after the schema as the plan's typed operations foresee it; empty if something hides what it does
 * @param unforeseen why it can't be foreseen
 */
public record Outlook(String planHash, Schema before, Optional<Schema> after, Optional<String> unforeseen) {}

/**
 * The command line. {@code Main} starts it; {@code CommandTree} says which commands there are, one class each; what they have
 * in common is in {@code Context} and in the options' mixins. Exit codes stand in {@code ExitCode}.
 */
@NullMarked
package dev.palindrome.adapters.cli;

import org.jspecify.annotations.NullMarked;

/**
 * Runs that are killed, cut off, paused and starved, on every kind of database and in both directions, and what is so
 * afterwards. Begin with {@link dev.palindrome.application.torture.Scenario}; docs/torture.md says how to run it for long.
 */
package dev.palindrome.application.torture;

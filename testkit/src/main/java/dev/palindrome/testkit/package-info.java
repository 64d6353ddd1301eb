/**
 * For those who test: the contracts that every database adapter must pass, and fakes for what stands above the adapters. To
 * prove an adapter, implement {@link dev.palindrome.testkit.TestDatabase} and extend each contract with one small class;
 * {@link dev.palindrome.testkit.RoundTripContract} sends random operations forwards, backwards and forwards again. To
 * test an engine without a database, give it {@link dev.palindrome.testkit.InMemoryDatabaseAdapter}.
 */
@NullMarked
package dev.palindrome.testkit;

import org.jspecify.annotations.NullMarked;

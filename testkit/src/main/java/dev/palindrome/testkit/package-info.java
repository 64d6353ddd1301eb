/**
 * For those who test: a pack, an adapter, or a program that embeds the engine.
 *
 * <p>To test a <strong>pack</strong>, put {@link dev.palindrome.testkit.PalindromeTest} on an empty method. Each migration goes
 * forwards, backwards and forwards again on an embedded database, and a failure names what a reversal left behind.
 *
 * <p>To prove an <strong>adapter</strong>:
 *
 * <ol>
 *   <li>Implement {@link dev.palindrome.testkit.TestDatabase}: the adapter, and the address of a fresh database at each call.
 *       Where your database doesn't understand what the kit says to it, override how that is said.
 *   <li>For each place in which a database can be, extend {@link dev.palindrome.testkit.SharedAdapterContract}, or {@link
 *       dev.palindrome.testkit.AdapterContract} where no other process can open it. That is all: the contracts are nested in
 *       it, by topic, and can be extended one by one as well. {@link dev.palindrome.testkit.InterruptionContract} kills the
 *       real engine at every statement and commit. A capability that is claimed and that none of them put to the proof is a
 *       failure of the class.
 *   <li>Read the report, which is printed at the end and written to {@code target/palindrome-testkit/<adapter>.txt}: which
 *       capabilities were proven, which were seen refused, and which were claimed and not put to the test, since you extended
 *       some contracts only.
 * </ol>
 *
 * <p>To test a <strong>program</strong> without a database, give the engine the URL {@code memory:name}, look at {@link
 * dev.palindrome.testkit.InMemoryDatabase#named}, and let a {@link dev.palindrome.testkit.SettableClock} be its clock. What is
 * in memory passes the contracts too.
 */
@NullMarked
package dev.palindrome.testkit;

import org.jspecify.annotations.NullMarked;

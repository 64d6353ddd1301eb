/**
 * The engine in processes of its own, so that tests can start two at once and kill one anywhere. Begin with
 * {@link dev.palindrome.application.runners.RunnerProcess}.
 */
package dev.palindrome.application.runners;

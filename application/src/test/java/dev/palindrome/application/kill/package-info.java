/** Runners that are killed at every instant. */
package dev.palindrome.application.kill;

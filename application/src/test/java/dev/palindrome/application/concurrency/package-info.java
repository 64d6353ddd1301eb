/** Several runners at once, in one process and in several. */
package dev.palindrome.application.concurrency;

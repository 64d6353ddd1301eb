/** The engine on a program's own connections. */
package dev.palindrome.application.embedding;

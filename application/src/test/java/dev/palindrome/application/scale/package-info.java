/** What many migrations cost, against a program that does the same by plain JDBC. */
package dev.palindrome.application.scale;

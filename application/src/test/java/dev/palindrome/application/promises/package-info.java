/** The product's promises, one class each, shown by the whole engine on real databases. */
package dev.palindrome.application.promises;

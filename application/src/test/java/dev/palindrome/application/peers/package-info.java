/** The traps of other tools, each a test that Palindrome doesn't fall into it. */
package dev.palindrome.application.peers;

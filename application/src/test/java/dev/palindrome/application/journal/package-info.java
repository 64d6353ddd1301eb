/** What can't be one transaction: killed, failed, gone on with and turned round at every statement. */
@NullMarked
package dev.palindrome.application.journal;

import org.jspecify.annotations.NullMarked;

/** The schema that is shown before anything runs, against the one that is there afterwards, on real databases. */
@NullMarked
package dev.palindrome.application.schema;

import org.jspecify.annotations.NullMarked;

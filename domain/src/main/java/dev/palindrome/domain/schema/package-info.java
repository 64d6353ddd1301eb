/**
 * What the database looks like, and what it would look like after a plan: for whoever wants to see it before agreeing. Begin
 * with {@link dev.palindrome.domain.schema.LiveSchema}.
 */
@NullMarked
package dev.palindrome.domain.schema;

import org.jspecify.annotations.NullMarked;

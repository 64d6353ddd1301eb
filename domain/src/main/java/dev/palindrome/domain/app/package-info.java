/**
 * Apps and what they depend on, put into the order in which they go forwards. Begin with
 * {@link dev.palindrome.domain.app.Apps}.
 */
@NullMarked
package dev.palindrome.domain.app;

import org.jspecify.annotations.NullMarked;

/**
 * Finds packs, formats and database adapters on the class path, in jars and in folders. Begin with {@link
 * dev.palindrome.application.discovery.Discovery}.
 */
@NullMarked
package dev.palindrome.application.discovery;

import org.jspecify.annotations.NullMarked;

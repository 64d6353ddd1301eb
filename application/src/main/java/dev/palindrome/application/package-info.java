/**
 * The engine put together: configuration, discovery of packs and adapters, wiring, and the API for programs that embed it.
 * Begin with {@link dev.palindrome.application.Palindrome}; what is bound to what stands in {@code EngineModule}.
 *
 * <p>Adapters' Guice modules are found with ServiceLoader, and so are packs and databases; this module knows none of them by
 * name.
 */
@NullMarked
package dev.palindrome.application;

import org.jspecify.annotations.NullMarked;

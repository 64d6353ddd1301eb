/**
 * What a request carries: parameters, and a body that is waited for without holding a thread. What nobody knows is refused,
 * and said clearly. Begin with {@link dev.palindrome.adapters.http.request.Bodies} and
 * {@link dev.palindrome.adapters.http.request.JsonObject}.
 */
@NullMarked
package dev.palindrome.adapters.http.request;

import org.jspecify.annotations.NullMarked;

/**
 * What monitors ask all day long: whether the server lives, whether the database can be reached, and what is counted. Begin
 * with {@link dev.palindrome.adapters.http.monitor.HealthResource} and
 * {@link dev.palindrome.adapters.http.monitor.MetricsResource}.
 */
@NullMarked
package dev.palindrome.adapters.http.monitor;

import org.jspecify.annotations.NullMarked;

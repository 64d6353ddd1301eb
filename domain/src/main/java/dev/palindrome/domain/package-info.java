/**
 * The rules: what is pending, in what order, what to refuse. The managers here are the engine's use cases, one class each;
 * begin with {@link dev.palindrome.domain.ForwardsMigrationManager}.
 *
 * <p>Data flows one way: apps and the history go into a planner, which makes an immutable {@code Plan}; the plan is shown,
 * confirmed, and run step by step; a {@code MigrationResult} comes out. Nothing runs without a plan. All I/O happens behind
 * the spi's {@code Database} and {@code Session}, and behind {@link dev.palindrome.domain.run.RunEnvironment}.
 */
@NullMarked
package dev.palindrome.domain;

import org.jspecify.annotations.NullMarked;

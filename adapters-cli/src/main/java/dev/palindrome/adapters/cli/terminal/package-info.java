/**
 * What users see and are asked: the streams, the two ways of printing an {@link dev.palindrome.adapters.cli.terminal.Answer},
 * progress, and the question before something is reversed. Begin with {@link dev.palindrome.adapters.cli.terminal.Terminal}.
 */
@NullMarked
package dev.palindrome.adapters.cli.terminal;

import org.jspecify.annotations.NullMarked;

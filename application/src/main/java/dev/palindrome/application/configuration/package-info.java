/**
 * What the user configured, by YAML file, environment and options, in that order of growing weight. Begin with {@link
 * dev.palindrome.application.configuration.Configuration}.
 */
@NullMarked
package dev.palindrome.application.configuration;

import org.jspecify.annotations.NullMarked;

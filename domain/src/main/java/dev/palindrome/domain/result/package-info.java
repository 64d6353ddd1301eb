/**
 * What users and front ends get back. The same objects serve the command line, HTTP and embedding programs.
 */
@NullMarked
package dev.palindrome.domain.result;

import org.jspecify.annotations.NullMarked;

/** Results as JSON, the same for every front end. The names are fixed: scripts depend on them. */
@NullMarked
package dev.palindrome.application.json;

import org.jspecify.annotations.NullMarked;

/** The history that Alembic keeps. Its migrations are Python and can't be read; those written anew can adopt what has run. */
@NullMarked
package dev.palindrome.adapters.files.alembic;

import org.jspecify.annotations.NullMarked;

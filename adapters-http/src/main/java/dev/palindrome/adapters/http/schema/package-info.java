/**
 * Shows the tables of the database: as they are, and before and after a plan. Begin with
 * {@link dev.palindrome.adapters.http.schema.SchemaResource}.
 */
@NullMarked
package dev.palindrome.adapters.http.schema;

import org.jspecify.annotations.NullMarked;

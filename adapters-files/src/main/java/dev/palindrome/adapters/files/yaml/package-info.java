/**
 * Migrations in YAML. {@code NodeReader} makes a tree of the text, in which every node knows its line and column. {@code
 * Shapes} makes, by reflection over the records of the typed operations, a tree of what may be written; one {@code Shape}
 * both reads a node and describes itself for the published JSON Schema, so that the two agree. What is wrong is collected in
 * {@code Findings}, all of it at once. Begin with {@code YamlReader}, the door of this package.
 */
@NullMarked
package dev.palindrome.adapters.files.yaml;

import org.jspecify.annotations.NullMarked;

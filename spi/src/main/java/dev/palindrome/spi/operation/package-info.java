/**
 * The typed operations: what authors write in YAML and Java instead of SQL, and what takes each of them back.
 *
 * <p>Each operation is one record. Its components are the properties of the YAML; {@link
 * dev.palindrome.spi.operation.Property} describes them for the published JSON Schema. The record says what takes it back,
 * from itself and, where that isn't enough, from the catalogue just before it runs; a dialect renders it as statements.
 * The records whose names begin with Make are written by nobody: reversals are made of them.
 *
 * <p>Begin reading with {@link dev.palindrome.spi.operation.Operations}, the door for Java authors, and
 * {@link dev.palindrome.spi.operation.DropColumn}, whose reversal needs the catalogue.
 */
@NullMarked
package dev.palindrome.spi.operation;

import org.jspecify.annotations.NullMarked;

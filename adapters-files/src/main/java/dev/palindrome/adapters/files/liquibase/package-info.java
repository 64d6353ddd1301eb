/**
 * Liquibase's changelogs in formatted SQL, read as they are. Begin with {@code LiquibaseReader}: {@code ChangelogWalk} finds the
 * order of the files, {@code FormattedSql} reads one of them line by line, {@code Delimiters} cuts a changeset as Liquibase
 * would. {@code LiquibaseHistory} reads Liquibase's own tables.
 */
@NullMarked
package dev.palindrome.adapters.files.liquibase;

import org.jspecify.annotations.NullMarked;

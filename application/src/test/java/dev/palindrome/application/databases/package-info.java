/**
 * Real databases for tests of the whole engine, and a workbench that runs the engine on one of them. Begin with
 * {@link dev.palindrome.application.databases.Workbench}.
 */
package dev.palindrome.application.databases;

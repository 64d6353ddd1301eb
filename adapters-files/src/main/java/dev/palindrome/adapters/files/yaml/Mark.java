package dev.palindrome.adapters.files.yaml;

/**
 * A place in a file's text.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 */
record Mark(int line, int column) {}

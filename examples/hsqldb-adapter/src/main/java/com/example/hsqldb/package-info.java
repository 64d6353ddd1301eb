/**
 * Palindrome on HSQLDB, as somebody outside would write it: see the README for the steps. Begin with
 * {@link com.example.hsqldb.HsqldbAdapter}.
 */
@NullMarked
package com.example.hsqldb;

import org.jspecify.annotations.NullMarked;

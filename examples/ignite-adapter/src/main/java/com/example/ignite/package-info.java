/**
 * Palindrome on Apache Ignite 3, as somebody outside would write it, and without JDBC: the sessions are made of Ignite's own
 * client. Begin with {@link com.example.ignite.IgniteAdapter}; the README says what Ignite can't do.
 */
@NullMarked
package com.example.ignite;

import org.jspecify.annotations.NullMarked;

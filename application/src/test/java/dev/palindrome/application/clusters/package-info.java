/**
 * What holds on a cluster of several nodes: begin with {@code RunnersClusterTest}. The nodes are processes that the tests
 * start; only {@code mvn -P clusters} runs them.
 */
package dev.palindrome.application.clusters;

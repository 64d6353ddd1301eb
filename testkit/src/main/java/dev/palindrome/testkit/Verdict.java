package dev.palindrome.testkit;

/** What came of a test. */
enum Verdict {
    PASSED,
    FAILED
}

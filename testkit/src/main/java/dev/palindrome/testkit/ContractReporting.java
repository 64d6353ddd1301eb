package dev.palindrome.testkit;

import org.junit.jupiter.api.extension.InvocationInterceptor;

/** Notes what the contracts prove. */
final class ContractReporting implements InvocationInterceptor {}

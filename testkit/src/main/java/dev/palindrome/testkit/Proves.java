package dev.palindrome.testkit;

import dev.palindrome.spi.Capability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that proves a capability to adapters that claim it, and asserts the refusal of those that don't. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Proves {
    Capability value();
}

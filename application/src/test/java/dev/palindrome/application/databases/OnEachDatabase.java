package dev.palindrome.application.databases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that gets a {@link DatabaseKind} and runs on each of them. */
@ParameterizedTest(name = "{0}")
@EnumSource(DatabaseKind.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEachDatabase {}

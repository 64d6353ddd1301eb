package dev.palindrome.application.databases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that runs on each database whose definitions commit by themselves. */
@ParameterizedTest(name = "{0}")
@EnumSource(names = {"H2", "MARIADB"})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnJournaledDatabases {}

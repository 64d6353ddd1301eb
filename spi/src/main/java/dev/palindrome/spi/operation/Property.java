package dev.palindrome.spi.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes an operation, or a property of it, for the JSON Schema and for readers of YAML.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Property {
    /** {@return one line for authors} */
    String value();

    /** {@return its name in YAML, if that isn't the component's} */
    String name() default "";

    /** {@return the value of a boolean that isn't written} */
    boolean unlessWritten() default false;

    /** {@return whether a text may be written in place of the whole record, and means this property} */
    boolean shorthand() default false;

    /** {@return whether it is SQL or the like, so that a number or a truth value may be written as it is, and means its text} */
    boolean bare() default false;

    /** {@return whether it is a list that has to be written, with something in it} */
    boolean nonEmpty() default false;

    /** {@return the YAML name of the property in whose place it stands; only one of the two may be written} */
    String insteadOf() default "";

    /** {@return whether it is no property at all, but filled by the reader} */
    boolean hidden() default false;

    /** {@return the YAML name of the property whose place the reader fills into a hidden location} */
    String placeOf() default "";
}

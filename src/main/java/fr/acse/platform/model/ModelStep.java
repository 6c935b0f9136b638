package fr.acse.platform.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A delegate or a listener that models may use, as the Modeler offers it: the templates in {@code .camunda/element-templates} are made of
 * it. What is proven of a model relies on the variables that it names, and a test compares them with those that the step writes.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelStep {

    /** As people call it. */
    String name();

    /** What it does, in a sentence. */
    String does();

    /** Names of the variables that it reads, besides the reference of the case. */
    String[] reads() default {};

    /** Names of the variables that it writes. */
    String[] writes() default {};

    /** Raised when something that uses it has to be looked at again. */
    int version() default 1;
}

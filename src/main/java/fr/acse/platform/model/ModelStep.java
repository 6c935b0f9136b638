package fr.acse.platform.model;

import fr.acse.codes.Relation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A delegate or a listener that models may use. The templates in {@code .camunda/element-templates} for the Modeler are made from this
 * annotation. The proofs about models rely on its variables. A test compares them with those that the step writes.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelStep {

    /** Name for people. */
    String name();

    /** Description of the step in one sentence. */
    String does();

    /** The parts in a case of which the person who did the step before has one. Without any, every person and the system may act. */
    Relation[] by() default {};

    /** Name of the property of the task that says what the step does there, or nothing. */
    String property() default "";

    /** Names of the variables that the step reads, besides the reference of the case, with spaces between them. */
    String reads() default "";

    /** Names of the variables that the step writes, with spaces between them. */
    String writes() default "";

    /** Raised when the models that use the step must be checked again. */
    int version() default 1;
}

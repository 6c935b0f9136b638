package fr.acse.platform.model;

import fr.acse.codes.Relation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a delegate or a listener that process models may use. The Modeler's templates in {@code .camunda/element-templates} are made
 * from this annotation. The checks of models rely on its variables. A test compares these variables with those that the step writes.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelStep {

    /** Display name of the step. */
    String name();

    /** Description of the step in one sentence. */
    String does();

    /**
     * The parts in a case of which the acting person needs one; this is checked before the step. Without any part, the step itself checks the
     * person, or the system may do the step.
     */
    Relation[] by() default {};

    /** Name of the task property that tells the step what to do, or an empty text. */
    String property() default "";

    /** Names of the variables that the step reads, separated by spaces. The reference of the case is left out. */
    String reads() default "";

    /** Names of the variables that the step writes, separated by spaces. */
    String writes() default "";

    /** Version of the step. Increase it when the models that use the step must be checked again. */
    int version() default 1;
}

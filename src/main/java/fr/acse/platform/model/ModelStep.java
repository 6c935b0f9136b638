package fr.acse.platform.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the Modeler offers of a delegate or a listener: the templates in {@code .camunda/element-templates} are made of it. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelStep {

    /** As people call it. */
    String name();

    /** What it does, in a sentence. */
    String does();

    /** Raised when something that uses it has to be looked at again. */
    int version() default 1;
}

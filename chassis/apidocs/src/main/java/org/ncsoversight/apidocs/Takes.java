package org.ncsoversight.apidocs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A body that is no record: a file as it is. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {

    /** The media type. */
    String value();

    /** What is in it, and how much of it there may be. */
    String description();

    /** The text of one that is taken; empty for a file that is no text. */
    String example() default "";
}

package org.ncsoversight.apidocs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The codes of problems that an operation has of its own; what every route can answer is in {@link ApiFacts}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Refuses.Several.class)
public @interface Refuses {

    int status();

    String[] value() default {};

    /** Each constant is a code, {@code TOO_MANY_ROWS} for {@code too-many-rows}. */
    Class<? extends Enum<?>>[] each() default {};

    /** More than one of them. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        Refuses[] value();
    }
}

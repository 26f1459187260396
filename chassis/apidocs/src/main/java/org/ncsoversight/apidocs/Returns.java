package org.ncsoversight.apidocs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation answers when it does what was asked. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Returns.Several.class)
public @interface Returns {

    /** The record the body is written from; {@code String} for text, {@code byte[]} for a file, {@code Void} for none. */
    Class<?> value();

    /** What stands for the type variables of a record that has some. */
    Class<?>[] of() default {};

    int[] status() default 200;

    String type() default "application/json";

    /** Where the properties of the record do not make one. */
    String example() default "";

    /** More than one of them. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        Returns[] value();
    }
}

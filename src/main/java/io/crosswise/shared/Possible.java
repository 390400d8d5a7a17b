package io.crosswise.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which values a fact that tables read can have; the gate in front of a table refuses cells that ask for any other. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Possible {
    /** Its values are the names of this enumeration; {@code Enum} itself is not limited. */
    @SuppressWarnings("rawtypes")
    Class<? extends Enum> of() default Enum.class;

    /** Its values, where no enumeration holds them; empty is not limited. */
    String[] values() default {};

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** Whether it is known of everybody; otherwise it can be null. */
    boolean always() default false;
}

package io.crosswise.process.engine;

import java.io.Serializable;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Marks a start as ours; nobody can send it over REST, since it is a transient Java object. */
public final class InternalStart implements Serializable {
    public static final String MARKER = "internalStart";

    private InternalStart() {}

    /** The value of variable {@value #MARKER} on an internal start. */
    public static TypedValue value() {
        return Variables.objectValue(new InternalStart(), true).create();
    }
}

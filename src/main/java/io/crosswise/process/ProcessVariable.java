package io.crosswise.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A process variable, declared once with its type. Persisted ones are ids and flags; everything else is transient and ends with
 * the transaction.
 */
public record ProcessVariable<T>(String name, Class<T> type, boolean persisted) {
    static <T> ProcessVariable<T> persisted(String name, Class<T> type) {
        return new ProcessVariable<>(name, type, true);
    }

    static <T> ProcessVariable<T> transientOnly(String name, Class<T> type) {
        return new ProcessVariable<>(name, type, false);
    }

    /** Null when it is not set. */
    public T get(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    /** Sets it in the scope itself, so that nothing reaches a calling process by accident. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, typed(value));
    }

    /** The value as the engine wants it, to be put into a variable map. */
    public Object typed(T value) {
        if (persisted) {
            return value;
        }
        return value instanceof Boolean || value instanceof String
                ? Variables.untypedValue(value, true)
                : Variables.objectValue(value, true).create();
    }
}

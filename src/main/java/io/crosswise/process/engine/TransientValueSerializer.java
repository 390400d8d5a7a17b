package io.crosswise.process.engine;

import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Carries transient objects through the transaction as they are. The engine's own serializer would turn each of them into bytes
 * every time it is set, although none ever reaches a table.
 */
final class TransientValueSerializer extends AbstractTypedValueSerializer<ObjectValue> {
    TransientValueSerializer() {
        super(ValueType.OBJECT);
    }

    @Override
    public String getName() {
        return "crosswise-transient";
    }

    /** The engine's default, or its own serializer for objects would be preferred to this one. */
    @Override
    public String getSerializationDataformat() {
        return Variables.SerializationDataFormats.JAVA.getName();
    }

    @Override
    public boolean canHandle(TypedValue value) {
        return value.isTransient() && canWriteValue(value);
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        Object content = value instanceof ObjectValue object && !object.isDeserialized() ? null : value.getValue();
        return content != null && !isPrimitive(content);
    }

    /** Nothing is written: the value lives in the variable instance until the transaction ends. */
    @Override
    public void writeValue(ObjectValue value, ValueFields fields) {}

    @Override
    public ObjectValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        throw new IllegalStateException("Transient variable " + fields.getName() + " was lost: it crossed a transaction");
    }

    @Override
    public ObjectValue convertToTypedValue(UntypedValueImpl value) {
        return Variables.objectValue(value.getValue(), true).create();
    }

    private static boolean isPrimitive(Object content) {
        return content instanceof String
                || content instanceof Boolean
                || content instanceof Number
                || content instanceof java.util.Date
                || content instanceof byte[];
    }
}

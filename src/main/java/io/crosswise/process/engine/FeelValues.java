package io.crosswise.process.engine;

import camundajar.impl.scala.Function1;
import camundajar.impl.scala.Option;
import org.camunda.feel.context.Context.CacheContext;
import org.camunda.feel.impl.DefaultValueMapper;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.impl.interpreter.ObjectContext;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Translates between Java and FEEL values by the engine's own mappers, but reads objects through {@link FeelObject} and does not
 * throw its way out of a loop for every value, as the engine's chain of mappers does.
 */
final class FeelValues implements ValueMapper {
    private final DefaultValueMapper any = new DefaultValueMapper();
    private final JavaValueMapper java = new JavaValueMapper();
    private final Function1<Object, Val> inward = this::toVal;
    private final Function1<Val, Object> outward = this::unpackVal;

    @Override
    public Val toVal(Object value) {
        Option<Val> mapped = any.toVal(value, inward);
        if (mapped.isEmpty()) {
            throw new IllegalArgumentException("no value mapper found for '" + value + "' ('" + value.getClass() + "')");
        }
        return mapped.get() instanceof ValContext context
                        && context.context() instanceof CacheContext cached
                        && cached.context() instanceof ObjectContext object
                ? new ValContext(new FeelObject(value, object))
                : mapped.get();
    }

    @Override
    public Object unpackVal(Val value) {
        Option<Object> unpacked = java.unpackVal(value, outward);
        if (unpacked.isEmpty()) {
            unpacked = any.unpackVal(value, outward);
        }
        if (unpacked.isEmpty()) {
            throw new IllegalArgumentException("no value mapper found for '" + value + "'");
        }
        return unpacked.get();
    }
}

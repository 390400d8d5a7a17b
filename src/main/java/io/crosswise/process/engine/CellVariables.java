package io.crosswise.process.engine;

import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.CollectionConverters;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.context.VariableProvider;

/** The variables of an evaluation, and before them the name under which a cell finds the value of its column. */
final class CellVariables implements VariableProvider {
    private final String reserved;
    private final String inputVariable;
    private final VariableContext context;
    private final ContextVariableWrapper variables;

    CellVariables(String reserved, String inputVariable, VariableContext context) {
        this.reserved = reserved;
        this.inputVariable = inputVariable;
        this.context = context;
        this.variables = new ContextVariableWrapper(context);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Option<Object> getVariable(String name) {
        return reserved.equals(name) ? new Some<>(inputVariable) : variables.getVariable(name);
    }

    @Override
    public Iterable<String> keys() {
        List<String> keys = new ArrayList<>(List.of(reserved));
        keys.addAll(context.keySet());
        return CollectionConverters.ListHasAsScala(keys).asScala();
    }
}

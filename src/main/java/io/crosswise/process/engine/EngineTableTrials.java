package io.crosswise.process.engine;

import io.crosswise.policy.TableRow;
import io.crosswise.table.Complaint;
import io.crosswise.table.RefusedTable;
import io.crosswise.table.TryTable;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;

/** Evaluates a table that is not deployed, with the FEEL of the decision path on a decision engine of its own. */
public final class EngineTableTrials implements TryTable {
    private static final String CELL = "cellInput";

    @Override
    public Trial open(byte[] file, String decision) {
        FeelEngine feel = new FastFeel();
        List<DmnDecisionTableEvaluationEvent> evaluated = new ArrayList<>();
        DmnEngine engine = engine(feel, evaluated);
        return new ParsedTable(parse(engine, file, decision), decision, engine, feel, evaluated);
    }

    private static DmnEngine engine(FeelEngine feel, List<DmnDecisionTableEvaluationEvent> evaluated) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(() -> feel);
        configuration.getCustomPostDecisionTableEvaluationListeners().add(evaluated::add);
        configuration.getTransformer().getDataTypeTransformerRegistry().addTransformer("number", Variables::untypedValue);
        return configuration.buildEngine();
    }

    /** The engine's parser is known to fail on files of other tools with any exception there is. */
    private static DmnDecision parse(DmnEngine engine, byte[] file, String decision) {
        try {
            return engine.parseDecision(decision, new ByteArrayInputStream(file));
        } catch (RuntimeException e) {
            String why = e.getMessage() == null ? "it stops with " + e.getClass().getSimpleName() : e.getMessage();
            throw new RefusedTable(List.of(new Complaint(
                    "UNREADABLE", null, null, "The engine cannot read the decision \"" + decision + "\": " + why)));
        }
    }

    private record ParsedTable(
            DmnDecision decision, String name, DmnEngine engine, FeelEngine feel, List<DmnDecisionTableEvaluationEvent> evaluated)
            implements Trial {
        @Override
        public List<TableRow> rows(Map<String, Object> variables) {
            evaluated.clear();
            engine.evaluateDecisionTable(decision, variables);
            return evaluated.get(0).getMatchingRules().stream().map(this::row).toList();
        }

        @Override
        public boolean matches(String cell, Object value) {
            return feel.evaluateSimpleUnaryTests(
                    cell, CELL, Variables.createVariables().putValue(CELL, value).asVariableContext());
        }

        private TableRow row(DmnEvaluatedDecisionRule rule) {
            Map<String, Object> outputs = new HashMap<>();
            rule.getOutputEntries().values().forEach(output ->
                    outputs.put(output.getOutputName(), output.getValue() == null ? null : output.getValue().getValue()));
            return new TableRow(name, rule.getId(), "", outputs);
        }
    }
}

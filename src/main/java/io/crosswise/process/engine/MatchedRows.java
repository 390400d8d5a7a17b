package io.crosswise.process.engine;

import io.crosswise.policy.TableRow;
import io.crosswise.shared.StableHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Remembers, per thread, which rows of which table version the last evaluation matched; the result of a business rule task holds
 * outputs only.
 */
public final class MatchedRows implements DmnDecisionTableEvaluationListener {
    private final ThreadLocal<Evaluation> last = new ThreadLocal<>();
    private final Map<String, TableVersion> versions = new ConcurrentHashMap<>();

    /** @param sha256 of the table's file, hexadecimal */
    public record Evaluation(String table, int version, String sha256, List<TableRow> rows) {}

    private record TableVersion(String sha256, Map<String, String> annotations) {}

    /**
     * The last evaluation on this thread, once.
     *
     * @throws IllegalStateException when no table was evaluated since the last call
     */
    public Evaluation take() {
        Evaluation evaluation = last.get();
        last.remove();
        if (evaluation == null) {
            throw new IllegalStateException("No decision table was evaluated");
        }
        return evaluation;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        if (event.getDecisionTable() instanceof DecisionDefinition definition) {
            TableVersion version = versions.computeIfAbsent(definition.getId(), id -> read(definition));
            List<TableRow> rows = event.getMatchingRules().stream()
                    .map(rule -> row(definition.getKey(), rule, version))
                    .toList();
            last.set(new Evaluation(definition.getKey(), definition.getVersion(), version.sha256(), rows));
        }
    }

    private static TableRow row(String table, DmnEvaluatedDecisionRule rule, TableVersion version) {
        Map<String, Object> outputs = new HashMap<>();
        for (DmnEvaluatedOutput output : rule.getOutputEntries().values()) {
            outputs.put(output.getOutputName(), output.getValue() == null ? null : output.getValue().getValue());
        }
        return new TableRow(table, rule.getId(), version.annotations().getOrDefault(rule.getId(), ""), outputs);
    }

    private static TableVersion read(DecisionDefinition definition) {
        DmnModelInstance model = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDmnModelInstanceForDecisionDefinition(definition.getId());
        Map<String, String> annotations = new HashMap<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            if (rule.getDescription() != null) {
                annotations.put(rule.getId(), rule.getDescription().getTextContent().strip());
            }
        }
        byte[] file = Context.getCommandContext()
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName())
                .getBytes();
        return new TableVersion(StableHash.sha256(file), annotations);
    }
}

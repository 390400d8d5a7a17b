package io.crosswise.benchmark;

import io.crosswise.policy.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The tables in {@code dmn/} on a DMN engine of their own with the FEEL of the tuned engine, kept parsed. */
final class PlainTables {
    private record Table(DmnDecision decision, Map<String, String> annotations) {}

    private final DmnEngine engine;
    private final ThreadLocal<List<DmnEvaluatedDecisionRule>> matched = new ThreadLocal<>();
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    PlainTables(DefaultDmnEngineConfiguration tuned) {
        DefaultDmnEngineConfiguration own =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        own.setFeelEngineFactory(tuned.getFeelEngineFactory());
        own.getCustomPostDecisionTableEvaluationListeners().add(event -> matched.set(event.getMatchingRules()));
        engine = own.buildEngine();
    }

    List<TableRow> evaluate(String name, Map<String, Object> variables) {
        Table table = tables.computeIfAbsent(name, this::parse);
        engine.evaluateDecisionTable(table.decision(), variables);
        return matched.get().stream().map(rule -> row(name, rule, table)).toList();
    }

    private static TableRow row(String name, DmnEvaluatedDecisionRule rule, Table table) {
        Map<String, Object> outputs = new HashMap<>();
        rule.getOutputEntries().forEach((output, entry) -> outputs.put(output, entry.getValue().getValue()));
        return new TableRow(name, rule.getId(), table.annotations().getOrDefault(rule.getId(), ""), outputs);
    }

    private Table parse(String name) {
        try (InputStream file = PlainTables.class.getResourceAsStream("/dmn/" + name + ".dmn")) {
            DmnModelInstance model = Dmn.readModelFromStream(file);
            Map<String, String> annotations = new HashMap<>();
            for (Rule rule : model.getModelElementsByType(Rule.class)) {
                if (rule.getDescription() != null) {
                    annotations.put(rule.getId(), rule.getDescription().getTextContent().strip());
                }
            }
            return new Table(engine.parseDecision(name, model), annotations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.crosswise.testing;

import io.crosswise.policy.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Evaluates the tables in {@code dmn/} on the DMN engine alone, as it is shipped. */
public final class Tables {
    private static final List<DmnDecisionTableEvaluationEvent> EVENTS = new ArrayList<>();
    private static final DmnEngine ENGINE = engine();
    private static final Map<String, DmnDecision> DECISIONS = new ConcurrentHashMap<>();
    private static final Map<String, DmnModelInstance> MODELS = new ConcurrentHashMap<>();

    private Tables() {}

    /** The matched rows of {@code dmn/<table>.dmn}, in the table's order. */
    public static List<TableRow> evaluate(String table, Map<String, ?> variables) {
        DmnDecision decision = DECISIONS.computeIfAbsent(table, name -> ENGINE.parseDecision(name, model(name)));
        synchronized (EVENTS) {
            EVENTS.clear();
            ENGINE.evaluateDecisionTable(decision, new LinkedHashMap<>(variables));
            return EVENTS.get(0).getMatchingRules().stream()
                    .map(rule -> row(table, rule))
                    .toList();
        }
    }

    /** The parsed file, for tests of the file itself. */
    public static DmnModelInstance model(String table) {
        return MODELS.computeIfAbsent(table, Tables::read);
    }

    private static DmnModelInstance read(String table) {
        try (InputStream file = Tables.class.getResourceAsStream("/dmn/" + table + ".dmn")) {
            return Dmn.readModelFromStream(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TableRow row(String table, DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries().forEach((name, entry) -> outputs.put(name, entry.getValue().getValue()));
        Rule element = model(table).getModelElementById(rule.getId());
        return new TableRow(table, rule.getId(), element.getDescription().getTextContent(), outputs);
    }

    private static DmnEngine engine() {
        DmnEngineConfiguration configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(EVENTS::add);
        return configuration.buildEngine();
    }
}

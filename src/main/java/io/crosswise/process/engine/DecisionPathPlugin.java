package io.crosswise.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.variable.Variables;

/** What the decision path needs of the engine: the trigger door, the record of stages, rows and table changes, values that pass unserialized. */
final class DecisionPathPlugin extends AbstractProcessEnginePlugin {
    private final List<BpmnParseListener> listeners;
    private final MatchedRows matchedRows;
    private final Deployer notes;
    private final Runnable definitionsChange;

    DecisionPathPlugin(
            List<BpmnParseListener> listeners, MatchedRows matchedRows, Deployer notes, Runnable definitionsChange) {
        this.listeners = listeners;
        this.matchedRows = matchedRows;
        this.notes = notes;
        this.definitionsChange = definitionsChange;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreBPMNParseListeners(plus(engine.getCustomPreBPMNParseListeners(), listeners));
        engine.setCustomPreVariableSerializers(
                plus(engine.getCustomPreVariableSerializers(), List.of(new TransientValueSerializer())));
        engine.setCustomPreCommandInterceptorsTxRequired(
                plus(engine.getCustomPreCommandInterceptorsTxRequired(), List.of(new RefusedSubmissions())));
        engine.setCustomPostDeployers(plus(engine.getCustomPostDeployers(), List.of(notes, this::deployed)));
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration());
        }
        engine.getDmnEngineConfiguration().getCustomPostDecisionTableEvaluationListeners().add(matchedRows);
        // The DMN standard's own type, which this engine has no conversion for: values pass as they are.
        engine.getDmnEngineConfiguration()
                .getTransformer()
                .getDataTypeTransformerRegistry()
                .addTransformer("number", Variables::untypedValue);
    }

    /** Also called when definitions are read into memory, which changes nothing. */
    private void deployed(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            definitionsChange.run();
        }
    }

    private static <T> List<T> plus(List<T> known, List<? extends T> added) {
        List<T> all = known == null ? new ArrayList<>() : new ArrayList<>(known);
        all.addAll(added);
        return all;
    }
}

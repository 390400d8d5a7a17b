package io.crosswise.process.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Notes each activity of {@code decide-offer} as it is entered, and times it ({@code crosswise.stage}, seconds, tagged with the
 * activity), without a line in the diagram.
 */
final class StageRecorder extends AbstractBpmnParseListener {
    private static final String PROCESS = "decide-offer";
    private final ThreadLocal<Long> entered = new ThreadLocal<>();
    private final Map<String, io.micrometer.core.instrument.Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final BiConsumer<DelegateExecution, String> note;

    StageRecorder(MeterRegistry meters, BiConsumer<DelegateExecution, String> note) {
        this.meters = meters;
        this.note = note;
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        record(activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        record(activity);
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        record(activity);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        record(activity);
    }

    private void record(ActivityImpl activity) {
        if (activity.getProcessDefinition() instanceof ProcessDefinitionEntity definition && PROCESS.equals(definition.getKey())) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::enter);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::leave);
        }
    }

    private void enter(DelegateExecution execution) {
        note.accept(execution, execution.getCurrentActivityId());
        entered.set(System.nanoTime());
    }

    private void leave(DelegateExecution execution) {
        Long since = entered.get();
        if (since != null && !DryRun.isHere()) {
            timers.computeIfAbsent(execution.getCurrentActivityId(), id -> meters.timer("crosswise.stage", "activity", id))
                    .record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        }
    }
}

package io.crosswise.process.engine;

import io.crosswise.decision.DecisionInput;
import io.crosswise.process.ProcessVariables;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.context.VariableProvider;

/** What {@code now()} and {@code today()} mean in a cell: the moment of the decision in UTC, so that a replay reads the same time. */
final class DecisionClock implements FeelEngineClock {
    private final ThreadLocal<VariableProvider> evaluated;
    private final FeelEngineClock elsewhere;

    /**
     * @param evaluated variables of the evaluation this thread is in, null in none
     * @param elsewhere for tables that are no part of a decision
     */
    DecisionClock(ThreadLocal<VariableProvider> evaluated, FeelEngineClock elsewhere) {
        this.evaluated = evaluated;
        this.elsewhere = elsewhere;
    }

    @Override
    public ZonedDateTime getCurrentTime() {
        VariableProvider variables = evaluated.get();
        Object input = variables == null
                ? null
                : variables.getVariable(ProcessVariables.INPUT.name()).getOrElse(() -> null);
        return input instanceof DecisionInput decided
                ? decided.decidedAt().atZone(ZoneOffset.UTC)
                : elsewhere.getCurrentTime();
    }
}

package io.crosswise.decision.web;

import io.crosswise.decision.Decisions;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.TriggerResults;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers a trigger with the decision it led to. */
@Component
class DecisionTriggerResults implements TriggerResults {
    private final Decisions decisions;

    DecisionTriggerResults(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Decided> find(TriggerId id) {
        return decisions.findByTrigger(id).map(found -> new Decided(found.decision().decisionId(), DecisionView.of(found)));
    }
}

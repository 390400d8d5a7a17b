package io.crosswise.trigger;

import io.crosswise.shared.DecisionId;
import io.crosswise.shared.TriggerId;
import java.util.Optional;

/** What came of a trigger: the decision, or the failure of its process. */
public interface TriggerResults {
    Optional<Decided> find(TriggerId id);

    /** @param body the decision as {@code GET /api/v1/decisions/{decisionId}} answers it */
    record Decided(DecisionId decisionId, Object body) {}
}

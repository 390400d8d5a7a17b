package io.crosswise.outcome.web;

import io.crosswise.outcome.ResponseResult.ParkedReason;
import io.crosswise.outcome.ResponseResult.State;
import io.crosswise.outcome.ResponseType;
import io.crosswise.outcome.StoredResponse;
import io.crosswise.shared.DecisionId;
import java.time.Instant;

/** A response as the HTTP contract shows it. */
record ResponseView(
        String id, String source, DecisionId decisionId, ResponseType type, Instant time, State state, ParkedReason reason) {

    static ResponseView of(StoredResponse stored) {
        return new ResponseView(
                stored.event().id(),
                stored.event().source(),
                stored.event().decisionId(),
                stored.event().type(),
                stored.event().time(),
                stored.state(),
                stored.reason());
    }
}

package io.crosswise.outcome;

import io.crosswise.shared.DecisionId;
import java.time.Instant;

/** What another system reports a customer did with an offer. @param id unique within its source */
public record ResponseEvent(String id, String source, DecisionId decisionId, ResponseType type, Instant time) {}

package io.crosswise.outcome;

import io.crosswise.outcome.ResponseResult.ParkedReason;
import io.crosswise.outcome.ResponseResult.State;

/** A response and what became of it. */
public record StoredResponse(ResponseEvent event, State state, ParkedReason reason) {}

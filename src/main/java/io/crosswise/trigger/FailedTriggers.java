package io.crosswise.trigger;

import io.crosswise.shared.TriggerId;

/** Triggers accepted for later whose process has failed and waits for an operator. */
public interface FailedTriggers {
    boolean hasFailed(TriggerId id);
}

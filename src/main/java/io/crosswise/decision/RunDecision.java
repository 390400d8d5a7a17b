package io.crosswise.decision;

/**
 * Decides again, or otherwise, on what was read for a decision: the very process that decides every trigger, without its reading
 * and without a trace. Replay, counterfactuals and simulation use it, so that none of them orders the stages a second time.
 */
public interface RunDecision {
    /**
     * The record as it would have been written; nothing is stored, no offer is made, no process instance is seen. Safe for
     * concurrent use, inside or outside a transaction; what the caller's transaction has not committed yet is not seen by the run.
     *
     * @param input as stored with a decision, or with something changed in it
     * @return the record without id of a process instance
     * @throws VersionGone when a version that shall judge cannot be found any more
     */
    Decision run(DecisionInput input, Versions versions);
}

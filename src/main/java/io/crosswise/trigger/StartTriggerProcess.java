package io.crosswise.trigger;

/** Hands an accepted trigger to its process, inside the transaction that accepted it. */
public interface StartTriggerProcess {
    /** Decides now: the process has reached its first wait state, or its end, when this returns. */
    void now(AcceptedTrigger trigger);

    /** Decides soon: a job that commits with this transaction starts the process. */
    void soon(AcceptedTrigger trigger);
}

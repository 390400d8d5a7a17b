package io.crosswise.trigger;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.TriggerId;
import java.io.Serializable;
import java.time.Instant;

/**
 * A trigger that is in the inbox, with the profile read under the customer's lock; travels inside the transaction only.
 *
 * @param acceptedAt when it was accepted, or when its wait for a contact window ended
 * @param supersedes its decision so far, which left an offer waiting; null when it has none
 */
public record AcceptedTrigger(
        TriggerId id, TriggerEvent event, CustomerProfile profile, Instant acceptedAt, DecisionId supersedes)
        implements Serializable {
    public AcceptedTrigger(TriggerId id, TriggerEvent event, CustomerProfile profile, Instant acceptedAt) {
        this(id, event, profile, acceptedAt, null);
    }

    /** Of the decision to be made now: the first one is named like the trigger, later ones are numbered from 2. */
    public DecisionId decisionId() {
        String first = "D" + id.value().substring(1);
        if (supersedes == null) {
            return new DecisionId(first);
        }
        String number = supersedes.value().substring(first.length()).replace(".", "");
        return new DecisionId(first + "." + (number.isEmpty() ? 2 : Integer.parseInt(number) + 1));
    }
}
